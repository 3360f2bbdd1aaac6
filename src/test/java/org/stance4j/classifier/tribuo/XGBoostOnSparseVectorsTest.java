package org.stance4j.classifier.tribuo;

import org.stance4j.classifier.ClassifierContractTest;
import org.stance4j.classifier.ClassifierTrainer;
import org.stance4j.classifier.Toy;

class XGBoostOnSparseVectorsTest extends ClassifierContractTest {
  @Override
  protected ClassifierTrainer trainer(boolean balanced) {
    return new XGBoostTrainer(new XGBoostSettings(40, 3, 0.3, 0.9, 0.8, 0.5, 1, 64, balanced));
  }

  @Override
  protected Toy.Vectors vectors() {
    return Toy.sparse();
  }
}
