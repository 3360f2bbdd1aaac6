package org.stance4j.features;

import java.util.List;
import org.stance4j.tensor.TensorBundle;

/** Settings that a state may lack, because what they are about is off or came later. */
final class StateText {
  private StateText() {}

  static double number(TensorBundle state, String name, double absent) {
    String text = state.metadata().get(name);
    return text == null ? absent : Double.parseDouble(text);
  }

  static boolean flag(TensorBundle state, String name, boolean absent) {
    String text = state.metadata().getOrDefault(name, String.valueOf(absent));
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(name + " must be true or false, got '" + text + "'");
    }
    return text.equals("true");
  }

  /** Texts of one line each. */
  static List<String> lines(TensorBundle state, String name) {
    String text = state.metadata().get(name);
    return text == null ? List.of() : List.of(text.split("\n", -1));
  }
}
