package org.stance4j.cli;

import org.stance4j.corpus.Split;

/** Reads a split by its label or a synonym. */
final class SplitConverter extends ArgumentConverter<Split> {
  SplitConverter() {
    super(Split::of);
  }
}
