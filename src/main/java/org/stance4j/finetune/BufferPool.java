package org.stance4j.finetune;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gives a SameDiff session its arrays and takes all of them back after each step. An array is laid
 * over the smallest free buffer that holds it, so that after the longest batch has been seen
 * nothing is allocated. What the session is done with serves again within the step. Of one thread
 * at a time.
 *
 * <p>The managers that ship with SameDiff free or cache arrays one by one while a step runs, which
 * took several times as long as the arithmetic.
 */
final class BufferPool extends AbstractMemoryMgr {
  /** A buffer so many times larger than asked for is left for those who need it. */
  private static final int LARGEST_WASTE = 8;

  private final Map<DataType, TreeMap<Long, ArrayDeque<INDArray>>> free =
      new EnumMap<>(DataType.class);
  private final IdentityHashMap<INDArray, INDArray> lent = new IdentityHashMap<>();

  @Override
  public INDArray allocate(boolean detached, DataType type, long... shape) {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    if (size == 0) {
      return Nd4j.create(type, shape);
    }
    INDArray buffer = buffer(type, size);
    INDArray array = Nd4j.create(buffer.data(), shape, Nd4j.getStrides(shape, 'c'), 0, 'c', type);
    lent.put(array, buffer);
    return array;
  }

  private INDArray buffer(DataType type, long size) {
    TreeMap<Long, ArrayDeque<INDArray>> kept = free.computeIfAbsent(type, key -> new TreeMap<>());
    for (Map.Entry<Long, ArrayDeque<INDArray>> entry :
        kept.subMap(size, true, size * LARGEST_WASTE, true).entrySet()) {
      INDArray buffer = entry.getValue().pollLast();
      if (buffer != null) {
        return buffer;
      }
    }
    return Nd4j.createUninitializedDetached(type, 'c', size);
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    if (descriptor.isEmpty()) {
      return Nd4j.create(descriptor);
    }
    if (descriptor.getOrder() != 'c') {
      return Nd4j.createUninitialized(
          descriptor.dataType(), descriptor.getShape(), descriptor.getOrder());
    }
    return allocate(detached, descriptor.dataType(), descriptor.getShape());
  }

  @Override
  public void release(INDArray array) {
    INDArray buffer = lent.remove(array);
    if (buffer != null) {
      free(buffer);
    }
  }

  private void free(INDArray buffer) {
    free.computeIfAbsent(buffer.dataType(), key -> new TreeMap<>())
        .computeIfAbsent(buffer.length(), key -> new ArrayDeque<>())
        .add(buffer);
  }

  /**
   * Takes back every array that the step still has; what is to be kept has been copied or used by
   * now.
   */
  void endStep() {
    lent.values().forEach(this::free);
    lent.clear();
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    endStep();
    free.values()
        .forEach(bySize -> bySize.values().forEach(buffers -> buffers.forEach(INDArray::close)));
    free.clear();
  }
}
