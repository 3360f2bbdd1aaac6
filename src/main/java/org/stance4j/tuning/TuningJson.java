package org.stance4j.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stance4j.Dataset;
import org.stance4j.evaluation.Evaluation;
import org.stance4j.evaluation.Interval;
import org.stance4j.provenance.EnvironmentInfo;

/**
 * A search as JSON, format {@value #FORMAT}. Its keys, in this order:
 *
 * <ul>
 *   <li>{@code format}; {@code state}: {@code running}, {@code interrupted} or {@code done}
 *   <li>{@code settings}: object of text by name, among it the SHA-256 of {@code data} and {@code
 *       space}; a log goes on only under the same
 *   <li>{@code data}: {@code {name, sentences, groups}}
 *   <li>{@code trials}: {@code {ok, failed, skipped}}, numbers; {@code seconds}: their time
 *   <li>{@code best}: {@code {number, family, share, score, recipe}}, the chosen recipe with its
 *       score in its own search, which is optimistic; {@code null} without one
 *   <li>{@code honest}: {@code {score, low, high, groups, sentences}}, what winners of the outer
 *       searches scored on unseen groups, with its 95 % interval; {@code null} if unknown; {@code
 *       honestText}: the same in words
 *   <li>{@code mattered}: list of {@code {rung, share, candidates, parameters: [{family, choice,
 *       etaSquared, candidates, values: [{value, mean, candidates}]}]}}; {@code family} is {@code
 *       null} where all are compared, {@code etaSquared} where it is not defined
 *   <li>{@code environment}: {@code {stance4j, java, os, arch, processors}}
 * </ul>
 */
final class TuningJson {
  /** Format of the file. */
  static final String FORMAT = "stance4j.tuning/1";

  private static final long MOST_BYTES = 10_000_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TuningJson() {}

  /** A result as text. */
  static String write(TuningResult result) {
    TuningRequest request = result.request();
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT).put("state", result.state().label());
    ObjectNode settings = node.putObject("settings");
    request.settings().forEach(settings::put);
    Dataset data = request.training();
    node.putObject("data")
        .put("name", data.name())
        .put("sentences", data.size())
        .put("groups", data.groupSizes().size());
    ObjectNode trials = node.putObject("trials");
    for (Trial.Status status : Trial.Status.values()) {
      trials.put(status.label(), result.count(status));
    }
    node.put("seconds", result.trials().stream().mapToLong(Trial::millis).sum() / 1000.0);
    Trial best = result.best().orElse(null);
    if (best == null) {
      node.putNull("best");
    } else {
      node.putObject("best")
          .put("number", best.candidate().number())
          .put("family", best.candidate().family())
          .put("share", rounded(best.share()))
          .put("score", best.value())
          .put("recipe", best.recipe().line());
    }
    honest(node, result, result.honest().orElse(null));
    node.put("honestText", result.honestText());
    ArrayNode mattered = node.putArray("mattered");
    result.mattered().forEach(one -> mattered(mattered.addObject(), one));
    EnvironmentInfo environment = EnvironmentInfo.current();
    node.putObject("environment")
        .put("stance4j", environment.stance4jVersion())
        .put("java", environment.javaVersion())
        .put("os", environment.os())
        .put("arch", environment.arch())
        .put("processors", environment.cpus());
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try {
      return JSON.writer(
                  new DefaultPrettyPrinter()
                      .withObjectIndenter(indenter)
                      .withArrayIndenter(indenter))
              .writeValueAsString(node)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is JSON", e);
    }
  }

  private static void honest(ObjectNode node, TuningResult result, @Nullable Evaluation honest) {
    if (honest == null) {
      node.putNull("honest");
      return;
    }
    Interval interval = honest.interval(result.request().metric());
    node.putObject("honest")
        .put("score", rounded(honest.scores().of(result.request().metric())))
        .put("low", rounded(interval.low()))
        .put("high", rounded(interval.high()))
        .put("groups", honest.clusters())
        .put("sentences", honest.n());
  }

  private static void mattered(ObjectNode node, WhatMattered mattered) {
    node.put("rung", mattered.rung())
        .put("share", rounded(mattered.share()))
        .put("candidates", mattered.trials());
    ArrayNode parameters = node.putArray("parameters");
    for (WhatMattered.Parameter parameter : mattered.parameters()) {
      Double eta = parameter.etaSquared();
      ObjectNode one = parameters.addObject();
      one.put("family", parameter.family().isEmpty() ? null : parameter.family())
          .put("choice", parameter.name())
          .put("etaSquared", eta == null ? null : Double.valueOf(rounded(eta)))
          .put("candidates", parameter.trials());
      ArrayNode values = one.putArray("values");
      for (WhatMattered.Level level : parameter.levels()) {
        values
            .addObject()
            .put("value", level.value())
            .put("mean", rounded(level.mean()))
            .put("candidates", level.count());
      }
    }
  }

  private static double rounded(double value) {
    return Trial.rounded(value);
  }

  /**
   * The settings in a file.
   *
   * @throws IllegalArgumentException if it is no such file
   * @throws IOException if it cannot be read
   */
  static Map<String, String> settings(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw damaged(file, "it is larger than " + MOST_BYTES + " bytes", null);
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw damaged(file, "it is not JSON", e);
    }
    if (!FORMAT.equals(tree.path("format").asText())) {
      throw damaged(
          file, "format is '" + tree.path("format").asText() + "', must be " + FORMAT, null);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    tree.path("settings")
        .properties()
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    return settings;
  }

  private static IllegalArgumentException damaged(
      Path file, String why, @Nullable Exception cause) {
    return new IllegalArgumentException(
        file + " is not the record of a search: " + why + "; begin anew in another folder", cause);
  }
}
