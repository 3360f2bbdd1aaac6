package org.stance4j.cli;

import org.stance4j.evaluation.Gate;

/** Reads a condition that no model may satisfy. */
final class GateConverter extends ArgumentConverter<Gate> {
  GateConverter() {
    super(Gate::parse);
  }
}
