package org.posescope.infer;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.flatbuffer.FlatTable;
import org.posescope.tensor.flatbuffer.FlatVector;

/**
 * Leaves out of a TensorFlow Lite network what nobody reads: outputs, and the operators that only they need. The segmentation of
 * the BlazePose landmark networks, for example, takes a good part of their time. Field numbers are those of TensorFlow Lite's
 * {@code schema.fbs}, version 3.
 */
final class UnreadOutputs {
    private static final int SUBGRAPHS = 2;
    private static final int TENSORS = 0;
    private static final int OUTPUTS = 2;
    private static final int OPERATORS = 3;
    private static final int TENSOR_NAME = 3;
    private static final int OPERATOR_INPUTS = 1;
    private static final int OPERATOR_OUTPUTS = 2;

    private UnreadOutputs() {}

    /**
     * Changes the file in memory.
     *
     * @param file   a flat buffer
     * @param unread names of outputs; those that the network does not have are passed over
     */
    static void leaveOut(ByteBuffer file, Set<String> unread) throws MalformedDataException {
        FlatVector subgraphs = FlatTable.root(file).vector(SUBGRAPHS);
        if (unread.isEmpty() || subgraphs.size() != 1) {
            return;
        }
        FlatTable graph = subgraphs.table(0);
        Set<Integer> needed = keepOutputs(graph, unread);
        keepOperators(graph.vector(OPERATORS), needed);
    }

    /** Shortens the list of outputs; the tensors that stay outputs. */
    private static Set<Integer> keepOutputs(FlatTable graph, Set<String> unread)
            throws MalformedDataException {
        FlatVector tensors = graph.vector(TENSORS);
        FlatVector outputs = graph.vector(OUTPUTS);
        Set<Integer> kept = new HashSet<>();
        int size = 0;
        for (int i = 0; i < outputs.size(); i++) {
            int tensor = outputs.number(i);
            if (!unread.contains(tensors.table(tensor).text(TENSOR_NAME))) {
                kept.add(tensor);
                outputs.moveNumber(i, size++);
            }
        }
        outputs.truncate(size);
        return kept;
    }

    /** Shortens the list of operators, which is in order of execution, to those that lead to needed tensors. */
    private static void keepOperators(FlatVector operators, Set<Integer> needed)
            throws MalformedDataException {
        boolean[] kept = new boolean[operators.size()];
        for (int i = operators.size() - 1; i >= 0; i--) {
            FlatTable operator = operators.table(i);
            FlatVector results = operator.vector(OPERATOR_OUTPUTS);
            for (int j = 0; j < results.size(); j++) {
                kept[i] |= needed.contains(results.number(j));
            }
            if (kept[i]) {
                FlatVector inputs = operator.vector(OPERATOR_INPUTS);
                for (int j = 0; j < inputs.size(); j++) {
                    needed.add(inputs.number(j));
                }
            }
        }
        int size = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                operators.moveTable(i, size++);
            }
        }
        operators.truncate(size);
    }
}
