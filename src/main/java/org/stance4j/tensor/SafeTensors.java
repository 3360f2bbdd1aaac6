package org.stance4j.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and writes the safetensors format: eight bytes of header length (little-endian), a JSON
 * header, raw data. Nothing in such a file is ever executed.
 *
 * <p>Tensors are laid out in name order and the header is padded with spaces to a multiple of
 * eight, so equal bundles give equal bytes. The reader refuses what the format forbids: gaps,
 * overlaps, duplicate names, trailing bytes. Thread-safe.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">safetensors format</a>
 */
public final class SafeTensors {
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final long MAX_HEADER_BYTES = 1 << 20;
  private static final String METADATA = TensorBundle.RESERVED;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SafeTensors() {}

  /**
   * The bundle as the bytes of a file.
   *
   * @throws IllegalArgumentException if names and settings need more than {@value
   *     #MAX_HEADER_BYTES} bytes
   */
  public static byte[] write(TensorBundle bundle) {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode metadata = header.putObject(METADATA);
    bundle.metadata().forEach(metadata::put);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Map.Entry<String, Tensor> entry : bundle.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      byte[] bytes = tensor.bytes();
      ObjectNode node = header.putObject(entry.getKey());
      node.put("dtype", tensor.type().name());
      ArrayNode shape = node.putArray("shape");
      tensor.shape().forEach(shape::add);
      node.putArray("data_offsets").add(data.size()).add(data.size() + bytes.length);
      data.writeBytes(bytes);
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES;
    if (padded > MAX_HEADER_BYTES) {
      throw new IllegalArgumentException(
          "header of " + padded + " bytes; at most " + MAX_HEADER_BYTES + " can be read back");
    }
    ByteBuffer file =
        ByteBuffer.allocate(LENGTH_BYTES + padded + data.size()).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(padded).put(json);
    while (file.position() < LENGTH_BYTES + padded) {
      file.put((byte) ' ');
    }
    return file.put(data.toByteArray()).array();
  }

  /**
   * The bundle in the bytes of a file.
   *
   * @throws TensorFormatException if the bytes are not a well-formed file
   */
  public static TensorBundle read(byte[] file) {
    if (file.length < LENGTH_BYTES) {
      throw new TensorFormatException("only " + file.length + " bytes, shorter than a header");
    }
    long headerLength = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (headerLength < 2 || headerLength > Math.min(MAX_HEADER_BYTES, file.length - LENGTH_BYTES)) {
      throw new TensorFormatException(
          "header length " + headerLength + " does not fit " + file.length + " bytes");
    }
    int dataStart = LENGTH_BYTES + (int) headerLength;
    JsonNode header = parse(Arrays.copyOfRange(file, LENGTH_BYTES, dataStart));
    return new TensorBundle(
        metadata(header), tensors(header, Arrays.copyOfRange(file, dataStart, file.length)));
  }

  private static JsonNode parse(byte[] json) {
    try {
      JsonNode header =
          JSON.readTree(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
      if (json[0] != '{' || !header.isObject()) {
        throw new TensorFormatException("header is not a JSON object");
      }
      return header;
    } catch (CharacterCodingException e) {
      throw new TensorFormatException("header is not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new TensorFormatException("header is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static SortedMap<String, String> metadata(JsonNode header) {
    SortedMap<String, String> metadata = new TreeMap<>();
    JsonNode settings = header.path(METADATA);
    if (!settings.isMissingNode() && !settings.isObject()) {
      throw new TensorFormatException(METADATA + " is not an object");
    }
    for (Map.Entry<String, JsonNode> setting : settings.properties()) {
      if (!setting.getValue().isTextual()) {
        throw new TensorFormatException("setting '" + setting.getKey() + "' is not a text");
      }
      metadata.put(setting.getKey(), setting.getValue().textValue());
    }
    return metadata;
  }

  private record Entry(String name, ElementType type, List<Integer> shape, long start, long end) {}

  private static SortedMap<String, Tensor> tensors(JsonNode header, byte[] data) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : header.properties()) {
      if (!property.getKey().equals(METADATA)) {
        entries.add(entry(property.getKey(), property.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::start).thenComparingLong(Entry::end));
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    long position = 0;
    for (Entry entry : entries) {
      if (entry.start != position || entry.end < entry.start || entry.end > data.length) {
        throw new TensorFormatException(
            "tensor '"
                + entry.name
                + "' at ["
                + entry.start
                + ", "
                + entry.end
                + ") leaves a gap, overlaps or exceeds "
                + data.length
                + " bytes");
      }
      byte[] bytes = Arrays.copyOfRange(data, (int) entry.start, (int) entry.end);
      tensors.put(entry.name, tensor(entry, bytes));
      position = entry.end;
    }
    if (position != data.length) {
      throw new TensorFormatException((data.length - position) + " bytes after the last tensor");
    }
    return tensors;
  }

  private static Tensor tensor(Entry entry, byte[] bytes) {
    try {
      return Tensor.ofBytes(entry.type, entry.shape, bytes);
    } catch (IllegalArgumentException e) {
      throw new TensorFormatException("tensor '" + entry.name + "': " + e.getMessage(), e);
    }
  }

  private static Entry entry(String name, JsonNode node) {
    JsonNode offsets = node.path("data_offsets");
    if (!offsets.isArray() || offsets.size() != 2 || !node.path("shape").isArray()) {
      throw new TensorFormatException("tensor '" + name + "' has no shape or data_offsets");
    }
    List<Integer> shape = new ArrayList<>();
    for (JsonNode size : node.path("shape")) {
      shape.add((int) number(name, size, Integer.MAX_VALUE));
    }
    return new Entry(
        name,
        type(name, node.path("dtype").asText()),
        shape,
        number(name, offsets.get(0), Long.MAX_VALUE),
        number(name, offsets.get(1), Long.MAX_VALUE));
  }

  /** Jackson would turn texts, fractions and numbers out of range into some number. */
  private static long number(String name, JsonNode node, long most) {
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < 0
        || node.longValue() > most) {
      throw new TensorFormatException(
          "tensor '" + name + "' has " + node + " where a whole number from 0 must stand");
    }
    return node.longValue();
  }

  private static ElementType type(String name, String dtype) {
    try {
      return ElementType.valueOf(dtype);
    } catch (IllegalArgumentException e) {
      throw new TensorFormatException(
          "tensor '"
              + name
              + "' has type '"
              + dtype
              + "', known are "
              + Arrays.toString(ElementType.values()),
          e);
    }
  }
}
