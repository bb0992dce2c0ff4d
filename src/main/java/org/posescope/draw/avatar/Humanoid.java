package org.posescope.draw.avatar;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.error.UserException;

/** Which nodes of a glTF file are the bones of a human. */
final class Humanoid {
    private Humanoid() {}

    /**
     * By what VRM says (extension {@code VRMC_vrm} of version 1.0, {@code VRM} of 0.x), else by names.
     *
     * @param named what the user named
     * @throws UserException when arms, legs or hips are not found
     */
    static Map<HumanBone, Integer> find(Glb file, NodeTree nodes, String named) {
        JsonNode extensions = file.root().path("extensions");
        Map<HumanBone, Integer> bones;
        if (extensions.has("VRMC_vrm")) {
            bones = ofVersion1(extensions.get("VRMC_vrm").path("humanoid").path("humanBones"));
        } else if (extensions.has("VRM")) {
            bones = ofVersion0(extensions.get("VRM").path("humanoid").path("humanBones"));
        } else {
            bones = BoneNames.find(nodes);
        }
        bones.values().removeIf(node -> node < 0 || node >= nodes.size());
        int hips = bones.getOrDefault(HumanBone.HIPS, -1);
        bones.values().removeIf(node -> node != hips && !nodes.below(node, hips));
        List<String> missing = Arrays.stream(HumanBone.values())
                .filter(bone -> bone.needed() && !bones.containsKey(bone)).map(HumanBone::words).toList();
        if (!missing.isEmpty()) {
            throw new UserException(
                    named + " is no avatar that a person can drive: its bones are not named as VRM, Mixamo "
                            + "or other common tools name them; missing are " + list(missing));
        }
        return bones;
    }

    private static String list(List<String> missing) {
        int shown = 3;
        return missing.stream().limit(shown).collect(Collectors.joining(", "))
                + (missing.size() > shown ? " and " + (missing.size() - shown) + " more" : "");
    }

    private static Map<HumanBone, Integer> ofVersion1(JsonNode humanBones) {
        Map<HumanBone, Integer> bones = new EnumMap<>(HumanBone.class);
        for (Map.Entry<String, JsonNode> each : humanBones.properties()) {
            HumanBone.ofVrm(each.getKey()).ifPresent(bone -> bones.put(bone, each.getValue().path("node").asInt(-1)));
        }
        return bones;
    }

    private static Map<HumanBone, Integer> ofVersion0(JsonNode humanBones) {
        Map<HumanBone, Integer> bones = new EnumMap<>(HumanBone.class);
        for (JsonNode each : humanBones) {
            // Version 1.0 calls the bones of a thumb as anatomy does.
            String name = each.path("bone").asText().replace("ThumbProximal", "ThumbMetacarpal")
                    .replace("ThumbIntermediate", "ThumbProximal");
            Optional<HumanBone> bone = HumanBone.ofVrm(name);
            bone.ifPresent(known -> bones.put(known, each.path("node").asInt(-1)));
        }
        return bones;
    }
}
