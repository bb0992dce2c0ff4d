package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the bones of a humanoid by what nodes are called: by Mixamo, VRoid, Blender, 3ds Max, Unreal Engine and SMPL. */
final class BoneNames {
    private static final Pattern PREFIX = Pattern
            .compile("^(mixamorig\\d*[ :|_.-]*|(j_bip|bip\\d*|biped|def|org|character\\d*)[ :|_.-]+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("\\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+");
    private static final Set<String> LEFT = Set.of("l", "left");
    private static final Set<String> RIGHT = Set.of("r", "right");
    /** That say nothing. */
    private static final Set<String> IDLE = Set.of("c", "bone", "jnt", "joint", "hand");
    private static final Pattern SPINE = Pattern.compile("spine\\d*");
    private static final Pattern FINGER = Pattern.compile("(thumb|index|middle|ring|little|pinky)(?:finger)?(\\d)");
    private static final Map<String, HumanBone> MIDDLE = Map.of("hips", HumanBone.HIPS, "hip", HumanBone.HIPS, "pelvis",
            HumanBone.HIPS, "chest", HumanBone.CHEST, "upperchest", HumanBone.UPPER_CHEST, "neck", HumanBone.NECK,
            "neck1", HumanBone.NECK, "head", HumanBone.HEAD);
    private static final Map<String, String> SIDED = Map.ofEntries(Map.entry("shoulder", "SHOULDER"),
            Map.entry("clavicle", "SHOULDER"), Map.entry("collar", "SHOULDER"), Map.entry("arm", "UPPER_ARM"),
            Map.entry("upperarm", "UPPER_ARM"), Map.entry("forearm", "LOWER_ARM"), Map.entry("lowerarm", "LOWER_ARM"),
            Map.entry("elbow", "LOWER_ARM"), Map.entry("hand", "HAND"), Map.entry("wrist", "HAND"),
            Map.entry("upleg", "UPPER_LEG"), Map.entry("upperleg", "UPPER_LEG"), Map.entry("thigh", "UPPER_LEG"),
            Map.entry("leg", "LOWER_LEG"), Map.entry("lowerleg", "LOWER_LEG"), Map.entry("shin", "LOWER_LEG"),
            Map.entry("calf", "LOWER_LEG"), Map.entry("knee", "LOWER_LEG"), Map.entry("foot", "FOOT"),
            Map.entry("ankle", "FOOT"), Map.entry("toebase", "TOES"), Map.entry("toe", "TOES"),
            Map.entry("toes", "TOES"), Map.entry("ball", "TOES"));
    private static final List<String> FINGER_PARTS = List.of("PROXIMAL", "INTERMEDIATE", "DISTAL");
    private static final List<String> THUMB_PARTS = List.of("METACARPAL", "PROXIMAL", "DISTAL");

    private BoneNames() {}

    /** By bone the node that is it; of several with a name the uppermost. */
    static Map<HumanBone, Integer> find(NodeTree nodes) {
        Map<HumanBone, Integer> found = new EnumMap<>(HumanBone.class);
        boolean smpl = nodes.order().stream().map(nodes::name).anyMatch("left_collar"::equals);
        List<Integer> spine = new ArrayList<>();
        for (int node : nodes.order()) {
            String name = nodes.name(node);
            if (!smpl && SPINE.matcher(core(name)).matches()) {
                spine.add(node);
            } else {
                (smpl ? HumanBone.ofJoint(name) : bone(name)).ifPresent(bone -> found.putIfAbsent(bone, node));
            }
        }
        if (!spine.isEmpty()) {
            found.put(HumanBone.SPINE, spine.getFirst());
            if (spine.size() > 1) {
                found.putIfAbsent(HumanBone.CHEST, spine.get(1));
            }
            if (spine.size() > 2) {
                found.putIfAbsent(HumanBone.UPPER_CHEST, spine.getLast());
            }
        }
        return found;
    }

    private static Optional<HumanBone> bone(String name) {
        List<String> words = words(name);
        boolean left = words.stream().anyMatch(LEFT::contains);
        boolean right = words.stream().anyMatch(RIGHT::contains);
        String core = core(name);
        if (left == right) {
            return left ? Optional.empty() : Optional.ofNullable(MIDDLE.get(core));
        }
        String side = left ? "LEFT_" : "RIGHT_";
        Matcher finger = FINGER.matcher(core);
        if (finger.matches()) {
            return finger(side, finger.group(1), Integer.parseInt(finger.group(2)));
        }
        return Optional.ofNullable(SIDED.get(core)).map(part -> HumanBone.valueOf(side + part));
    }

    private static Optional<HumanBone> finger(String side, String name, int part) {
        if (part < 1 || part > FINGER_PARTS.size()) {
            return Optional.empty();
        }
        List<String> parts = "thumb".equals(name) ? THUMB_PARTS : FINGER_PARTS;
        String finger = "pinky".equals(name) ? "LITTLE" : name.toUpperCase(Locale.ROOT);
        return Optional.of(HumanBone.valueOf(side + finger + "_" + parts.get(part - 1)));
    }

    /** What is left of a name without its prefix, its side and the zeros before numbers. */
    private static String core(String name) {
        List<String> telling = words(name).stream()
                .filter(word -> !LEFT.contains(word) && !RIGHT.contains(word)).toList();
        List<String> kept = telling.size() == 1
                ? telling
                : telling.stream().filter(word -> !IDLE.contains(word)).toList();
        return String.join("", kept.isEmpty() ? telling : kept);
    }

    private static List<String> words(String name) {
        return WORD.matcher(PREFIX.matcher(name).replaceFirst("")).results()
                .map(word -> word.group().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=\\d)", "")).toList();
    }
}
