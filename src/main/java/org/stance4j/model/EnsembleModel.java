package org.stance4j.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stance4j.Sentence;
import org.stance4j.StanceProbabilities;
import org.stance4j.features.TextEmbedder;
import org.stance4j.tensor.SafeTensors;

/** Several models that answer as one. */
public final class EnsembleModel implements FittedModel {
  private final List<FittedModel> members;
  private final Combiner combiner;

  EnsembleModel(List<FittedModel> members, Combiner combiner) {
    this.members = List.copyOf(members);
    this.combiner = combiner;
  }

  @Override
  public List<StanceProbabilities> predict(List<Sentence> sentences) {
    List<List<StanceProbabilities>> answers = new ArrayList<>();
    for (FittedModel member : members) {
      answers.add(member.predict(sentences));
    }
    return combiner.combineAll(answers);
  }

  @Override
  public boolean usesTarget() {
    return members.stream().anyMatch(FittedModel::usesTarget);
  }

  @Override
  public Optional<TextEmbedder> embedder() {
    return members.stream().flatMap(member -> member.embedder().stream()).findFirst();
  }

  @Override
  public SortedMap<String, byte[]> files(String prefix) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(prefix + ModelFiles.COMPOSITE_FILE, SafeTensors.write(combiner.state()));
    for (int m = 0; m < members.size(); m++) {
      files.putAll(members.get(m).files(prefix + memberPrefix(m)));
    }
    return files;
  }

  /** What the files of a member begin with, counted from 0 here and from 1 in names. */
  static String memberPrefix(int member) {
    return "member-" + (member + 1) + ".";
  }

  @Override
  public void close() {
    members.forEach(FittedModel::close);
  }
}
