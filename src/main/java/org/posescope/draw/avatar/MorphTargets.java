package org.posescope.draw.avatar;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.body.math.Vec3;

/** The targets of one mesh of a glTF file that a face needs, or that belong to the mesh at rest. */
final class MorphTargets {
    private final GlbNumbers numbers;
    private final MorphSums morphs;
    private final JsonNode resting;
    private final List<FaceBind> binds;

    /**
     * @param morphs  takes what they move
     * @param resting of each target the share that belongs to the mesh at rest
     * @param binds   of this mesh
     */
    MorphTargets(GlbNumbers numbers, MorphSums morphs, JsonNode mesh, JsonNode resting, List<FaceBind> binds) {
        this.numbers = numbers;
        this.morphs = morphs;
        this.resting = resting;
        this.binds = binds;
        int most = StreamSupport.stream(mesh.path("primitives").spliterator(), false)
                .mapToInt(primitive -> primitive.path("targets").size()).max().orElse(0);
        binds.stream().filter(bind -> bind.target() < 0 || bind.target() >= most).findFirst().ifPresent(bind -> {
            throw new IllegalArgumentException(
                    "its face needs target " + bind.target() + " of a mesh that has " + most);
        });
    }

    /**
     * Takes those of a part of the mesh.
     *
     * @param added   by number of a vertex in the part its number in the avatar
     * @param reverse how many vertices later the same one is seen from its other side; 0: it is not
     */
    void add(JsonNode targets, MeshPart part, Map<Integer, Integer> added, int reverse) {
        for (int i = 0; i < targets.size(); i++) {
            int target = i;
            List<FaceBind> own = binds.stream().filter(bind -> bind.target() == target).toList();
            double share = resting.path(target).asDouble();
            if (share != 0 || !own.isEmpty()) {
                float[] places = optional(targets.get(target), "POSITION");
                float[] normals = optional(targets.get(target), "NORMAL");
                added.forEach((number, vertex) -> {
                    Vec3 place = part.moved(number, vector(places, number));
                    Vec3 normal = part.turned(number, vector(normals, number)).minus(part.normal(number));
                    if (place.length() > 0 || normal.length() > 0) {
                        put(own, share, vertex, place, normal);
                        if (reverse > 0) {
                            put(own, share, vertex + reverse, place, normal.times(-1));
                        }
                    }
                });
            }
        }
    }

    private void put(List<FaceBind> own, double share, int vertex, Vec3 place, Vec3 normal) {
        own.forEach(bind -> morphs.of(bind.movement()).add(vertex, place.times(bind.share()),
                normal.times(bind.share())));
        if (share != 0) {
            morphs.resting().add(vertex, place.times(share), normal.times(share));
        }
    }

    private float[] optional(JsonNode target, String attribute) {
        return target.has(attribute) ? numbers.floats(target.get(attribute).asInt()) : new float[0];
    }

    private static Vec3 vector(float[] of, int number) {
        return of.length == 0 ? Vec3.ZERO : MeshPart.vector(of, number);
    }
}
