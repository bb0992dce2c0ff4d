package org.posescope.record.motion.gltf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.Expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The expressions of a body model as morph targets of a document: all bodies share their numbers. */
final class Morphs {
    private final List<Integer> positions;
    private final List<String> names;

    private Morphs(List<Integer> positions, List<String> names) {
        this.positions = positions;
        this.names = names;
    }

    /** Adds the numbers of all expressions to a document. */
    static Morphs of(BodyModel model, GltfDocument document) {
        List<Integer> positions = new ArrayList<>();
        for (int k = 0; k < model.expressionComponents(); k++) {
            positions.add(document.positions(model.expressionOffsets(k)));
        }
        return new Morphs(positions, IntStream.range(0, positions.size()).mapToObj(
                k -> model.hasNamedExpressions() ? Expression.of(k).id() : "expression_" + k).toList());
    }

    int count() {
        return positions.size();
    }

    /** Gives a mesh the targets, and the names by which programs show them. */
    void addTo(ObjectNode mesh, ObjectNode triangles) {
        if (positions.isEmpty()) {
            return;
        }
        ArrayNode targets = triangles.putArray("targets");
        positions.forEach(position -> targets.addObject().put("POSITION", position));
        ArrayNode weights = mesh.putArray("weights");
        positions.forEach(_ -> weights.add(0));
        ArrayNode labels = mesh.putObject("extras").putArray("targetNames");
        names.forEach(labels::add);
    }
}
