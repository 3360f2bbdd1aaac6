package org.stance4j.classifier.tribuo;

import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.Toy;

class TribuoKernelTrainerOnSparseVectorsTest extends ClassifierContractTest {
  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new TribuoKernelTrainer(2, 0.4, balanced, 3);
  }

  @Override
  protected Toy.Vectors vectors() {
    return Toy.sparse();
  }
}
