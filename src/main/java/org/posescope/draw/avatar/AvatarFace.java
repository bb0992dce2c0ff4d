package org.posescope.draw.avatar;

import java.util.EnumMap;
import java.util.Map;

import org.posescope.pose.FingersAndFace;

/** What the face of an avatar can do. Immutable. */
final class AvatarFace {
    /** One that does not move. */
    static final AvatarFace STIFF = new AvatarFace(Map.of());

    private static final double HALF = 0.5;

    private final Map<FaceMovement, Look> looks;

    /** What a movement leaves of another one while it lasts. */
    enum Leave {
        ALL, REST, NOTHING;

        double of(double share) {
            return switch (this) {
                case ALL -> 1;
                case REST -> 1 - share;
                case NOTHING -> share > 0 ? 0 : 1;
            };
        }
    }

    /**
     * How a movement is done.
     *
     * @param binary wholly or not at all
     * @param blink  what it leaves of blinking
     * @param mouth  what it leaves of the mouth's speaking
     */
    record Manner(boolean binary, Leave blink, Leave mouth) {
        double done(double share) {
            if (binary) {
                return share > HALF ? 1 : 0;
            }
            return share;
        }
    }

    /** A movement that it can do. */
    record Look(Morph morph, Manner manner) {}

    AvatarFace(Map<FaceMovement, Look> looks) {
        this.looks = Map.copyOf(looks);
    }

    /**
     * How far it does what.
     *
     * @param named whether the components of the face are named ones
     */
    Map<FaceMovement, Double> shares(FingersAndFace person, boolean named) {
        boolean winks = looks.containsKey(FaceMovement.BLINK_LEFT) && looks.containsKey(FaceMovement.BLINK_RIGHT);
        Map<FaceMovement, Double> wanted = new EnumMap<>(FaceMovement.class);
        looks.forEach((movement, look) -> {
            if (!winks || movement != FaceMovement.BLINK) {
                wanted.put(movement, look.manner.done(movement.share(person, named)));
            }
        });
        Map<FaceMovement, Double> done = new EnumMap<>(FaceMovement.class);
        wanted.forEach((movement, share) -> done.put(movement, share * left(movement, wanted)));
        return done;
    }

    /** What other movements leave of one. */
    private double left(FaceMovement movement, Map<FaceMovement, Double> wanted) {
        double left = 1;
        for (Map.Entry<FaceMovement, Double> other : wanted.entrySet()) {
            Manner manner = looks.get(other.getKey()).manner;
            if (movement.ofEyes() && !other.getKey().ofEyes()) {
                left *= manner.blink.of(other.getValue());
            } else if (movement.ofMouth() && !other.getKey().ofMouth()) {
                left *= manner.mouth.of(other.getValue());
            }
        }
        return left;
    }

    void move(Map<FaceMovement, Double> shares, float[] vertices) {
        shares.forEach((movement, share) -> looks.get(movement).morph.move(share, vertices));
    }

    void turn(Map<FaceMovement, Double> shares, float[] normals) {
        shares.forEach((movement, share) -> looks.get(movement).morph.turn(share, normals));
    }
}
