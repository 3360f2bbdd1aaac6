package org.stance4j.cli;

import java.io.PrintWriter;
import org.stance4j.Dataset;
import org.stance4j.pipeline.LoadedModel;

/** Warns where a model is measured on what it was trained on. */
final class Seen {
  private Seen() {}

  static void warn(LoadedModel model, Dataset dataset, PrintWriter err) {
    int seen = model.trainingTexts().seen(dataset.sentences());
    if (seen > 0) {
      err.println(
          "Warning: "
              + model.name()
              + " was trained on "
              + seen
              + " of these "
              + dataset.size()
              + " sentences; its figures say nothing about new text.");
    }
  }
}
