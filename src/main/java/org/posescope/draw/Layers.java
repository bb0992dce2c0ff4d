package org.posescope.draw;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.posescope.error.UserException;

/** Which layers are shown. */
public record Layers(Set<Layer> shown) {
    public static final Layers DEFAULT = new Layers(
            EnumSet.of(Layer.BOXES, Layer.SKELETON, Layer.FACE, Layer.HANDS, Layer.IDS, Layer.HUD));
    private static final String ALL = "all";
    private static final String NONE = "none";

    public Layers {
        EnumSet<Layer> copy = EnumSet.noneOf(Layer.class);
        copy.addAll(shown);
        shown = Collections.unmodifiableSet(copy);
    }

    /**
     * Reads names separated by commas, for example {@code skeleton,boxes,ids,hud}; or {@code all}, or {@code none}.
     *
     * @throws UserException when a name is not known
     */
    public static Layers parse(String names) {
        return switch (names.strip()) {
            case ALL -> new Layers(EnumSet.allOf(Layer.class));
            case NONE -> new Layers(EnumSet.noneOf(Layer.class));
            default -> new Layers(Arrays.stream(names.split(",", -1)).map(name -> layer(name.strip()))
                    .collect(Collectors.toSet()));
        };
    }

    private static Layer layer(String name) {
        return Arrays.stream(Layer.values()).filter(layer -> layer.optionName().equals(name)).findFirst()
                .orElseThrow(() -> new UserException(String.format(Locale.ROOT,
                        "There is no layer \"%s\": use %s, %s or %s.", name,
                        Arrays.stream(Layer.values()).map(Layer::optionName).collect(Collectors.joining(", ")), ALL,
                        NONE)));
    }

    public boolean contains(Layer layer) {
        return shown.contains(layer);
    }

    /** The same layers with one turned on or off. */
    public Layers with(Layer layer, boolean on) {
        EnumSet<Layer> changed = EnumSet.noneOf(Layer.class);
        changed.addAll(shown);
        if (on) {
            changed.add(layer);
        } else {
            changed.remove(layer);
        }
        return new Layers(changed);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return shown.isEmpty() ? NONE : shown.stream().map(Layer::optionName).collect(Collectors.joining(","));
    }
}
