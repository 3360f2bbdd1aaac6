package org.stance4j.model;

/** Told how a training goes on that takes minutes. By any thread. */
public interface TrainingProgress {
  /** Tells nobody. */
  TrainingProgress SILENT =
      new TrainingProgress() {
        @Override
        public void step(String message) {}

        @Override
        public void result(String message) {}
      };

  /** A step is done; called several times a second. The message is one line for people. */
  void step(String message);

  /** Something was found that is worth a line of its own. */
  void result(String message);
}
