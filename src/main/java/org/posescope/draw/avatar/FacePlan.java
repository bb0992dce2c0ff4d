package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.draw.avatar.AvatarFace.Leave;
import org.posescope.draw.avatar.AvatarFace.Look;
import org.posescope.draw.avatar.AvatarFace.Manner;

/**
 * What a VRM file says of its face: the presets of {@code VRMC_vrm.expressions} in version 1.0, of {@code VRM.blendShapeMaster} in 0.x.
 * Colours of materials that belong to an expression are left out.
 *
 * @param binds   targets of meshes that it needs
 * @param manners of each movement that it can do
 */
record FacePlan(List<FaceBind> binds, Map<FaceMovement, Manner> manners) {
    private static final double PERCENT = 100;

    /** @throws IllegalArgumentException when it names what is not there */
    static FacePlan of(Glb file) {
        JsonNode extensions = file.root().path("extensions");
        List<FaceBind> binds = new ArrayList<>();
        Map<FaceMovement, Manner> manners = new EnumMap<>(FaceMovement.class);
        for (Map.Entry<String, JsonNode> each : extensions.path("VRMC_vrm").path("expressions").path("preset")
                .properties()) {
            FaceMovement.ofVersion1(each.getKey()).ifPresent(movement -> {
                JsonNode said = each.getValue();
                manners.put(movement, new Manner(said.path("isBinary").asBoolean(),
                        leave(said.path("overrideBlink").asText()), leave(said.path("overrideMouth").asText())));
                for (JsonNode bind : said.path("morphTargetBinds")) {
                    binds.add(bind(movement, place(file, "nodes", bind.path("node")), -1, bind, 1));
                }
            });
        }
        for (JsonNode group : extensions.path("VRM").path("blendShapeMaster").path("blendShapeGroups")) {
            Optional<FaceMovement> named = FaceMovement.ofVersion0(group.path("presetName").asText());
            named.ifPresent(movement -> {
                manners.put(movement, new Manner(group.path("isBinary").asBoolean(), Leave.ALL, Leave.ALL));
                for (JsonNode bind : group.path("binds")) {
                    binds.add(bind(movement, -1, place(file, "meshes", bind.path("mesh")), bind, PERCENT));
                }
            });
        }
        return new FacePlan(List.copyOf(binds), Map.copyOf(manners));
    }

    private static FaceBind bind(FaceMovement movement, int node, int mesh, JsonNode bind, double whole) {
        double share = bind.path("weight").asDouble() / whole;
        if (!Double.isFinite(share)) {
            throw new IllegalArgumentException("a weight of its face is no number");
        }
        return new FaceBind(movement, node, mesh, bind.path("index").asInt(-1), share);
    }

    private static int place(Glb file, String list, JsonNode number) {
        int place = number.asInt(-1);
        if (file.root().path(list).path(place).isMissingNode()) {
            throw new IllegalArgumentException("its face needs " + place + " of its " + list + ", which is not there");
        }
        return place;
    }

    private static Leave leave(String override) {
        return switch (override) {
            case "block" -> Leave.NOTHING;
            case "blend" -> Leave.REST;
            default -> Leave.ALL;
        };
    }

    /** @param morphs what meshes said of it; a movement without any is none */
    AvatarFace face(Map<FaceMovement, Morph> morphs) {
        Map<FaceMovement, Look> looks = new EnumMap<>(FaceMovement.class);
        morphs.forEach((movement, morph) -> looks.put(movement, new Look(morph, manners.get(movement))));
        return new AvatarFace(looks);
    }
}
