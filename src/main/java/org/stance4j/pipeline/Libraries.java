package org.stance4j.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.stance4j.provenance.EnvironmentInfo;

/** The versions of the libraries that shape a model, as the build knew them. */
final class Libraries {
  private static final String RESOURCE = "versions.properties";

  private Libraries() {}

  static EnvironmentInfo environment() {
    Properties properties = new Properties();
    try (InputStream in = Libraries.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "resource " + RESOURCE + " is missing from the jar; build it again");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> versions = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> versions.put(name, properties.getProperty(name)));
    return EnvironmentInfo.current(versions);
  }
}
