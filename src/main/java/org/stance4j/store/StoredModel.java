package org.stance4j.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model version as read from its folder, every file checked against the manifest.
 *
 * @param manifest what it is made of
 * @param files content by file name
 */
public record StoredModel(ModelManifest manifest, SortedMap<String, byte[]> files) {
  public StoredModel {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * The content of a file.
   *
   * @throws ModelStoreException if the model has no such file
   */
  public byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new ModelStoreException(
          "model " + manifest.ref() + " has no file " + name + "; it has " + files.keySet());
    }
    return content;
  }
}
