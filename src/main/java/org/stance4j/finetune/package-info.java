/**
 * The encoder itself learns: the upper layers of a BERT-style graph are computed here, forwards and
 * backwards, from the ONNX file's own weights; ONNX Runtime serves what was learnt.
 *
 * <p>The only package that calls OpenBLAS, which comes with ND4J.
 */
@NullMarked
package org.stance4j.finetune;

import org.jspecify.annotations.NullMarked;
