package org.posescope.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Everything that decides what is found in the frames of a source. All defaults stand in {@link #DEFAULT}.
 *
 * @param networks  which networks look at the frames, and how they are run
 * @param following how people are found and followed
 * @param place     what is known of the camera and of bodies, which put people into space
 * @param machine   how the work is shared out
 */
public record Plan(@JsonProperty("networks") NetworkChoice networks, @JsonProperty("following") Following following,
        @JsonProperty("place") Place place, @JsonProperty("machine") Machine machine) {
    public static final Plan DEFAULT = new Plan(NetworkChoice.DEFAULT, Following.DEFAULT, Place.DEFAULT,
            Machine.DEFAULT);

    /** @throws IllegalArgumentException when a part is missing */
    public Plan {
        if (networks == null || following == null || place == null || machine == null) {
            throw new IllegalArgumentException("a plan needs all of its parts");
        }
    }

    public Plan withNetworks(NetworkChoice newNetworks) {
        return new Plan(newNetworks, following, place, machine);
    }

    /** Another preset with its own models, and the threshold that is usual for them. */
    public Plan withPreset(String preset) {
        return new Plan(networks.withPreset(preset), following.withUsualThreshold(), place, machine);
    }

    public Plan withFollowing(Following newFollowing) {
        return new Plan(networks, newFollowing, place, machine);
    }

    public Plan withPlace(Place newPlace) {
        return new Plan(networks, following, newPlace, machine);
    }

    /** The same where a window is drawn meanwhile. */
    public Plan besideWindow() {
        return withMachine(machine.besideWindow(Runtime.getRuntime().availableProcessors()));
    }

    public Plan withMachine(Machine newMachine) {
        return new Plan(networks, following, place, newMachine);
    }
}
