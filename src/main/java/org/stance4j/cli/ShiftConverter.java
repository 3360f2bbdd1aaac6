package org.stance4j.cli;

import org.stance4j.audit.ShiftRequest;

/** Reads {@code ATTRIBUTE} or {@code ATTRIBUTE=VALUE,VALUE}. */
final class ShiftConverter extends ArgumentConverter<ShiftRequest> {
  ShiftConverter() {
    super(ShiftRequest::parse);
  }
}
