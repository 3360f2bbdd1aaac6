package org.stance4j.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
   * Fails early where {@link #publish} would fail after a long training.
   *
   * @throws ModelStoreException if nothing can be written here
   */
  public void checkWritable() {
    try {
      Files.createDirectories(root);
      Files.delete(Files.createTempFile(root, ASIDE, ""));
    } catch (IOException e) {
      throw new ModelStoreException(
          "models folder "
              + root
              + " cannot be written ("
              + reason(e)
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
   */
  public ModelRef publish(ModelManifest draft, Map<String, byte[]> files) {
    ModelRef.requireName(draft.name());
    SortedMap<String, FileEntry> entries = new TreeMap<>();
    files.forEach(
        (name, content) ->
            entries.put(name, new FileEntry(content.length, Sha256.ofBytes(content))));
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
          "model " + draft.name() + " cannot be written to " + root + ": " + reason(e), e);
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
      try {
        Files.move(aside, folder.resolve(String.valueOf(version)), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceFolder(folder);
        return manifest.ref();
      } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
        // another process took this number: try the next one
      }
    }
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
    if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
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
          "model " + manifest.ref() + ": " + file + " cannot be read: " + reason(e), e);
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

  /** The manifests of all models, by name and version; files are not checked. */
  public List<ModelManifest> list() {
    List<ModelManifest> manifests = new ArrayList<>();
    for (Path folder : folders(root)) {
      for (int version : versions(folder)) {
        manifests.add(manifest(folder.resolve(String.valueOf(version))));
      }
    }
    return manifests;
  }

  /** The default model, if one was chosen. */
  public Optional<ModelRef> defaultModel() {
    Path file = root.resolve(DEFAULT_FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelRef.parse(Files.readString(file, StandardCharsets.UTF_8).strip()));
    } catch (IOException e) {
      throw new ModelStoreException(file + " cannot be read: " + reason(e), e);
    }
  }

  /** Makes a version the default. */
  public void setDefault(ModelRef model) {
    try {
      DurableFiles.replace(root, DEFAULT_FILE, (model + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ModelStoreException("default model cannot be set in " + root + ": " + reason(e), e);
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
    Path path = Path.of(model);
    if (Files.isRegularFile(path.resolve(MANIFEST))) {
      return path;
    }
    // a plain name only: neither a path nor '..' nor the root folder, which has no name
    Path named = root.resolve(model);
    List<Integer> versions = ModelRef.isName(model) ? versions(named) : List.of();
    if (versions.isEmpty()) {
      throw new ModelStoreException("unknown model '" + model + "'; " + known());
    }
    return named.resolve(String.valueOf(versions.get(versions.size() - 1)));
  }

  private Path existing(ModelRef ref) {
    Path folder = root.resolve(ref.name()).resolve(String.valueOf(ref.version()));
    if (!Files.isDirectory(folder)) {
      throw new ModelStoreException("unknown model '" + ref + "'; " + known());
    }
    return folder;
  }

  private String known() {
    List<String> names = new ArrayList<>();
    for (Path folder : folders(root)) {
      versions(folder).forEach(version -> names.add(folder.getFileName() + "@" + version));
    }
    return names.isEmpty()
        ? "there are no models in "
            + root
            + "; run 'stance train' or choose another folder with --models"
        : "models in " + root + ": " + String.join(", ", names);
  }

  private static ModelManifest manifest(Path folder) {
    Path file = folder.resolve(MANIFEST);
    try {
      if (!Files.isRegularFile(file)) {
        throw new ModelStoreException(
            folder + " holds no " + MANIFEST + "; it is not a model folder");
      }
      return ManifestCodec.read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new ModelStoreException(file + " cannot be read: " + reason(e), e);
    }
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new ModelStoreException(parent + " cannot be read: " + reason(e), e);
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

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
