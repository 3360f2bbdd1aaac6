/**
 * The encoder itself learns: the upper layers of a BERT-style graph are rebuilt in SameDiff from
 * the ONNX file's own weights and trained; ONNX Runtime serves what was learnt.
 *
 * <p>Beside {@code classifier.dl4j} the only package that knows ND4J.
 */
@NullMarked
package org.stance4j.finetune;

import org.jspecify.annotations.NullMarked;
