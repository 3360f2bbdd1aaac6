package org.stance4j.finetune;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a shard says of the parameters.
 *
 * @param loss sum over its sentences
 * @param arrays one for each parameter, in their order; of the replica that gave them
 */
record Gradients(double loss, List<INDArray> arrays) {
  Gradients {
    arrays = List.copyOf(arrays);
  }
}
