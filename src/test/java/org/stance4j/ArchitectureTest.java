package org.stance4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of the project: who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "org.stance4j";

  /** Packages written by the template engine's generator. */
  private static final String GENERATED = ROOT + ".report.template..";

  /** Lowest first; a package may use the root package and packages of lower layers. */
  private static final List<List<String>> LAYERS =
      List.of(
          List.of(""),
          List.of("provenance", "tensor", "files"),
          List.of("encoder", "text"),
          List.of("corpus", "features", "evaluation", "store"),
          List.of("classifier", "audit", "agreement", "noise", "behaviour", "slice"),
          List.of("explain"),
          List.of("classifier.tribuo", "classifier.dl4j", "model", "report"),
          List.of("finetune"),
          List.of("recipe"),
          List.of("pipeline", "tuning"),
          List.of("cli"));

  private static JavaClasses classes;
  private static Map<String, Integer> layerOf;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    layerOf = new HashMap<>();
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      for (String name : LAYERS.get(layer)) {
        layerOf.put(name.isEmpty() ? ROOT : ROOT + "." + name, layer);
      }
    }
  }

  /** Generated templates count as part of the package that renders them. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".report") ? ROOT + ".report" : name;
  }

  @Test
  void everyPackageHasItsLayer() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!layerOf.containsKey(packageOf(type))) {
        unknown.add(packageOf(type));
      }
    }
    assertEquals(Set.of(), unknown);
    assertTrue(classes.size() > 100, "the classes were found");
  }

  @Test
  void everyLayerUsesLowerLayersOnly() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        Integer to = layerOf.get(packageOf(target));
        Integer from = layerOf.get(packageOf(type));
        if (to == null || from == null || packageOf(type).equals(packageOf(target))) {
          continue;
        }
        if (to >= from) {
          wrong.add(type.getName() + " uses " + target.getName());
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes.that(not(resideInAPackage(GENERATED))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "org.tribuo.., classifier.tribuo",
    "com.oracle.labs.., classifier.tribuo",
    "libsvm.., classifier.tribuo",
    "de.bwaldvogel.., classifier.tribuo",
    "ml.dmlc.., classifier.tribuo",
    "org.deeplearning4j.., classifier.dl4j",
    "org.nd4j.., classifier.dl4j",
    "org.bytedeco.., finetune",
    "ai.onnxruntime.., encoder",
    "ai.djl.., encoder",
    "com.opencsv.., corpus",
    "org.jsoup.., text",
    "org.commonmark.., text",
    "opennlp.., text",
    "picocli.., cli",
    "me.tongfei.., cli",
    "gg.jte.., report",
    "org.yaml.., recipe",
    "org.apache.commons.text.., recipe",
    "org.apache.commons.math3.., features",
    "com.fasterxml.., tensor store report pipeline tuning cli"
  })
  void everyLibraryHasItsImporters(String library, String importers) {
    String[] allowed =
        Arrays.stream(importers.split(" "))
            .map(name -> ROOT + "." + name)
            .flatMap(
                name ->
                    name.equals(ROOT + ".report")
                        ? List.of(name, GENERATED).stream()
                        : List.of(name).stream())
            .toArray(String[]::new);
    noClasses()
        .that(not(resideInAnyPackage(allowed)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }

  @Test
  void theRootPackageKnowsTheJdkAndNullAnnotationsOnly() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", ROOT)
        .check(classes);
  }

  @Test
  void noLibraryTypeStandsInAPublicSignatureOfAnotherPackage() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
          || packageOf(type).equals(ROOT + ".cli")
          || resideInAPackage(GENERATED).test(type)) {
        continue;
      }
      type.getMethods().stream()
          .filter(
              method ->
                  method
                      .getModifiers()
                      .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
          .forEach(
              method -> {
                List<JavaClass> mentioned = new ArrayList<>(method.getRawParameterTypes());
                mentioned.add(method.getRawReturnType());
                for (JavaClass other : mentioned) {
                  String name = other.getBaseComponentType().getName();
                  if (name.contains(".") && !name.startsWith("java.") && !name.startsWith(ROOT)) {
                    wrong.add(method.getFullName() + " mentions " + name);
                  }
                }
              });
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void onlyTheCommandLineWritesToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(classes);
  }

  @Test
  void nothingReadsSerialisedObjects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("ModelSerializer")
        .check(classes);
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() throws ClassNotFoundException {
    Set<String> unmarked = new TreeSet<>();
    for (String name : packages()) {
      try {
        if (!Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class)) {
          unmarked.add(name);
        }
      } catch (ClassNotFoundException e) {
        unmarked.add(name + " has no package-info.java");
      }
    }
    assertEquals(Set.of(), unmarked);
  }

  private static Set<String> packages() {
    return classes.stream()
        .filter(not(resideInAPackage(GENERATED)))
        .map(JavaClass::getPackage)
        .map(JavaPackage::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
