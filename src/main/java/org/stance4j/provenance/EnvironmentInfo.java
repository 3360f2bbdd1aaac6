package org.stance4j.provenance;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The software and hardware that a result was made on.
 *
 * @param stance4jVersion version in the jar's manifest, {@value #DEVELOPMENT} outside a jar
 * @param javaVersion such as {@code 17.0.12}
 * @param javaVendor such as {@code Eclipse Adoptium}
 * @param os name of the operating system
 * @param arch such as {@code amd64}
 * @param cpus processors that the JVM may use, at least 1
 * @param libraries versions by library name, sorted; as the caller gave them
 */
public record EnvironmentInfo(
    String stance4jVersion,
    String javaVersion,
    String javaVendor,
    String os,
    String arch,
    int cpus,
    SortedMap<String, String> libraries) {
  /** The version of classes that do not come from a jar with a manifest. */
  public static final String DEVELOPMENT = "dev";

  public EnvironmentInfo {
    if (cpus < 1) {
      throw new IllegalArgumentException("cpus must be at least 1, got " + cpus);
    }
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
  }

  /** The environment of this JVM, without libraries. */
  public static EnvironmentInfo current() {
    return current(Map.of());
  }

  /** The environment of this JVM with the versions of the libraries that took part. */
  public static EnvironmentInfo current(Map<String, String> libraries) {
    String version = EnvironmentInfo.class.getPackage().getImplementationVersion();
    return new EnvironmentInfo(
        version == null ? DEVELOPMENT : version,
        property("java.version"),
        property("java.vendor"),
        property("os.name"),
        property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        new TreeMap<>(libraries));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
