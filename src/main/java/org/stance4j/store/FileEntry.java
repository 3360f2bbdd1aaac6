package org.stance4j.store;

/**
 * What the manifest knows of a file.
 *
 * @param bytes its length
 * @param sha256 of its content, lower-case hex
 */
public record FileEntry(long bytes, String sha256) {}
