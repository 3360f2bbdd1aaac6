package org.stance4j.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stance4j.files.IoReason;
import org.stance4j.files.WritableFolder;
import org.stance4j.provenance.Sha256;

/**
 * A folder of models.
 *
 * <p>A version is written aside, forced to disk and moved into place, so a reader sees all of it or
 * nothing; it is never written again. Several processes may read; two may publish at once, each
 * then gets a number of its own.
 */
public final class ModelStore {
  /** Stands for the model that {@link #setDefault} chose. */
  public static final String DEFAULT = "default";

  private static final String MANIFEST = "manifest.json";
  private static final String DEFAULT_FILE = "default";
  private static final String ASIDE = ".writing-";
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Path root;

  /** A store in a folder, which need not exist yet. */
  public ModelStore(Path root) {
    this.root = root;
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /**
   * Fails early where {@link #publish} would fail after a long training; makes no folder.
   *
   * @throws ModelStoreException if nothing can be written here
   */
  public void checkWritable() {
    try {
      WritableFolder.check(root);
    } catch (IOException e) {
      throw new ModelStoreException(
          "models folder "
              + root
              + " cannot be written ("
              + IoReason.of(e)
              + "); choose another with --models",
          e);
    }
  }

  /**
   * Writes the next version of a model.
   *
   * @param draft the manifest; its version and files are filled in here
   * @param files content by file name
   * @return the version's name
   * @throws ModelStoreException if a name could leave the folder, or nothing can be written
   */
  public ModelRef publish(ModelManifest draft, Map<String, byte[]> files) {
    ModelRef.requireName(draft.name());
    SortedMap<String, FileEntry> entries = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          if (!isFile(name)) {
            throw new ModelStoreException(
                "model " + draft.name() + ": '" + name + "' cannot name a file of a model");
          }
          entries.put(name, new FileEntry(content.length, Sha256.ofBytes(content)));
        });
    Path folder = root.resolve(draft.name());
    Path aside =
        folder.resolve(
            ASIDE + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId());
    try {
      DurableFiles.deleteTree(aside);
      Files.createDirectories(aside);
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          DurableFiles.write(aside.resolve(file.getKey()), file.getValue());
        }
        return move(draft, entries, folder, aside);
      } finally {
        DurableFiles.deleteTree(aside);
      }
    } catch (IOException e) {
      throw new ModelStoreException(
          "model " + draft.name() + " cannot be written to " + root + ": " + IoReason.of(e), e);
    }
  }

  private static ModelRef move(
      ModelManifest draft, SortedMap<String, FileEntry> entries, Path folder, Path aside)
      throws IOException {
    int version = versions(folder).stream().mapToInt(Integer::intValue).max().orElse(0);
    while (true) {
      version++;
      ModelManifest manifest = draft.published(version, entries);
      Files.deleteIfExists(aside.resolve(MANIFEST));
      DurableFiles.write(aside.resolve(MANIFEST), ManifestCodec.write(manifest));
      DurableFiles.forceFolder(aside);
      Path target = folder.resolve(String.valueOf(version));
      try {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // which exception tells of a number that another process took depends on the platform
        if (!Files.exists(target)) {
          throw e;
        }
        continue;
      }
      DurableFiles.forceFolder(folder);
      return manifest.ref();
    }
  }

  private static boolean isFile(String name) {
    return FILE.matcher(name).matches() && !name.equals(MANIFEST);
  }

  /**
   * Reads a model version and checks every file.
   *
   * @param model {@code default}, {@code name} (its newest version), {@code name@version} or a
   *     folder
   * @throws ModelStoreException if there is no such model, or it is damaged
   */
  public StoredModel open(String model) {
    Path folder = resolve(model);
    ModelManifest manifest = manifest(folder);
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, FileEntry> entry : manifest.files().entrySet()) {
      files.put(entry.getKey(), checked(folder, manifest, entry.getKey(), entry.getValue()));
    }
    return new StoredModel(manifest, files);
  }

  private static byte[] checked(
      Path folder, ModelManifest manifest, String name, FileEntry expected) {
    if (!isFile(name)) {
      throw new ModelStoreException(
          "model " + manifest.ref() + ": manifest names '" + name + "', which is no file name");
    }
    Path file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw new ModelStoreException(damaged(manifest, file, "is missing"));
      }
      if (Files.size(file) != expected.bytes()) {
        throw new ModelStoreException(
            damaged(
                manifest,
                file,
                "has " + Files.size(file) + " bytes, the manifest says " + expected.bytes()));
      }
      byte[] content = Files.readAllBytes(file);
      if (!Sha256.ofBytes(content).equals(expected.sha256())) {
        throw new ModelStoreException(
            damaged(manifest, file, "does not have the SHA-256 of the manifest"));
      }
      return content;
    } catch (IOException e) {
      throw new ModelStoreException(
          "model " + manifest.ref() + ": " + file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static String damaged(ModelManifest manifest, Path file, String what) {
    return "model "
        + manifest.ref()
        + " is damaged: "
        + file
        + " "
        + what
        + "; restore the folder or train it again";
  }

  /** All versions, by name and number; their folders are not read. */
  public List<ModelRef> refs() {
    List<ModelRef> refs = new ArrayList<>();
    for (Path folder : models()) {
      String name = String.valueOf(folder.getFileName());
      versions(folder).forEach(version -> refs.add(new ModelRef(name, version)));
    }
    return refs;
  }

  /** The manifest of a model, named as in {@link #open}; its files are not checked. */
  public ModelManifest manifest(String model) {
    return manifest(resolve(model));
  }

  /**
   * The manifest of a version; its files are not checked.
   *
   * @throws ModelStoreException if there is no such version, or its manifest is damaged
   */
  public ModelManifest manifest(ModelRef ref) {
    return manifest(existing(ref));
  }

  /** The default model, if one was chosen. */
  public Optional<ModelRef> defaultModel() {
    Path file = root.resolve(DEFAULT_FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelRef.parse(Files.readString(file, StandardCharsets.UTF_8).strip()));
    } catch (ModelStoreException e) {
      throw new ModelStoreException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ModelStoreException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /**
   * Makes a version the default.
   *
   * @throws ModelStoreException if there is no such version, or nothing can be written
   */
  public void setDefault(ModelRef model) {
    existing(model);
    try {
      DurableFiles.replace(root, DEFAULT_FILE, (model + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ModelStoreException(
          "default model cannot be set in " + root + ": " + IoReason.of(e), e);
    }
  }

  /** The folder of a model; see {@link #open} for what {@code model} may be. */
  public Path resolve(String model) {
    if (model.equals(DEFAULT)) {
      ModelRef ref =
          defaultModel()
              .orElseThrow(
                  () ->
                      new ModelStoreException(
                          "no default model in "
                              + root
                              + "; run 'stance train', or name one with --model"));
      return existing(ref);
    }
    if (ModelRef.matches(model)) {
      return existing(ModelRef.parse(model));
    }
    Optional<Path> path = modelFolder(model);
    if (path.isPresent()) {
      return path.get();
    }
    List<Integer> versions = ModelRef.isName(model) ? versions(root.resolve(model)) : List.of();
    if (versions.isEmpty()) {
      throw new ModelStoreException(
          isFolder(model)
              ? noModel(Path.of(model)) + "; name one that 'stance models list' shows"
              : "unknown model '" + model + "'; " + known());
    }
    return root.resolve(model).resolve(String.valueOf(versions.get(versions.size() - 1)));
  }

  private static Optional<Path> modelFolder(String path) {
    return isFolder(path) && Files.isRegularFile(Path.of(path, MANIFEST))
        ? Optional.of(Path.of(path))
        : Optional.empty();
  }

  private static boolean isFolder(String path) {
    try {
      return !path.isEmpty() && Files.isDirectory(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String noModel(Path folder) {
    return folder + " holds no " + MANIFEST + "; it is not a model folder";
  }

  private Path existing(ModelRef ref) {
    Path folder = root.resolve(ref.name()).resolve(String.valueOf(ref.version()));
    if (!Files.isDirectory(folder)) {
      throw new ModelStoreException("unknown model '" + ref + "'; " + known());
    }
    return folder;
  }

  private String known() {
    String names = refs().stream().map(ModelRef::toString).collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "there are no models in "
            + root
            + "; run 'stance train' or choose another folder with --models"
        : "models in " + root + ": " + names;
  }

  private static ModelManifest manifest(Path folder) {
    Path file = folder.resolve(MANIFEST);
    try {
      if (!Files.isRegularFile(file)) {
        throw new ModelStoreException(noModel(folder));
      }
      return ManifestCodec.read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new ModelStoreException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private List<Path> models() {
    return folders(root).stream()
        .filter(folder -> ModelRef.isName(String.valueOf(folder.getFileName())))
        .toList();
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new ModelStoreException(parent + " cannot be read: " + IoReason.of(e), e);
    }
  }

  private static List<Integer> versions(Path folder) {
    List<Integer> versions = new ArrayList<>();
    for (Path child : folders(folder)) {
      String name = String.valueOf(child.getFileName());
      if (name.matches("[1-9][0-9]{0,8}")) {
        versions.add(Integer.valueOf(name));
      }
    }
    Collections.sort(versions);
    return versions;
  }
}
