package org.stance4j.cli;

import org.stance4j.slice.UserSlice;

/** Reads a column or a condition by which data are divided. */
final class SliceConverter extends ArgumentConverter<UserSlice> {
  SliceConverter() {
    super(UserSlice::parse);
  }
}
