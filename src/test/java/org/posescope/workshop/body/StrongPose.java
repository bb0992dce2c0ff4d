package org.posescope.workshop.body;

import java.util.Arrays;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;

/** Twelve poses that bend every large joint far, written as SMPL's axis-angle vectors, in degrees. */
enum StrongPose {
    T_POSE,
    STANDING("left_shoulder 0 0 -72", "right_shoulder 0 0 72", "left_elbow 0 -15 0", "right_elbow 0 15 0"),
    ARMS_UP("left_collar 0 0 20", "right_collar 0 0 -20", "left_shoulder 0 0 62", "right_shoulder 0 0 -62"),
    ARMS_FORWARD("left_shoulder 0 -85 0", "right_shoulder 0 85 0"),
    ELBOWS_BENT("left_shoulder 0 0 -40", "right_shoulder 0 0 40", "left_elbow 0 -120 0", "right_elbow 0 120 0"),
    SQUAT("left_hip -100 0 15", "right_hip -100 0 -15", "left_knee 120 0 0", "right_knee 120 0 0", "left_ankle -25 0 0",
            "right_ankle -25 0 0", "spine1 25 0 0", "spine2 10 0 0", "left_shoulder 0 -80 0", "right_shoulder 0 80 0"),
    SITTING("left_hip -90 0 5", "right_hip -90 0 -5", "left_knee 90 0 0", "right_knee 90 0 0",
            "left_shoulder 0 -30 -60", "right_shoulder 0 30 60", "left_elbow 0 -60 0", "right_elbow 0 60 0"),
    RUNNING("left_hip -65 0 0", "left_knee 80 0 0", "right_hip 25 0 0", "right_knee 70 0 0", "right_ankle 20 0 0",
            "left_shoulder 40 0 -75", "left_elbow 0 -90 0", "right_shoulder -40 0 75", "right_elbow 0 90 0",
            "spine1 8 8 0", "spine2 0 8 0"),
    TWISTED("spine1 0 20 0", "spine2 0 20 0", "spine3 0 15 0", "neck 0 20 0", "head 0 20 0", "left_shoulder 60 0 -20",
            "right_shoulder -60 0 20", "left_wrist 80 0 0", "right_wrist -80 0 0"),
    BENT_OVER("spine1 30 0 0", "spine2 30 0 0", "spine3 20 0 0", "left_hip -40 0 0", "right_hip -40 0 0",
            "left_shoulder 0 -70 -20", "right_shoulder 0 70 20"),
    KICK("left_hip -95 0 0", "left_knee 10 0 0", "right_hip 5 0 0", "left_shoulder 0 20 -30",
            "right_shoulder 0 60 40", "right_elbow 0 70 0"),
    STRADDLE("left_hip 0 0 60", "right_hip 0 0 -60", "left_shoulder 0 0 30", "right_shoulder 0 0 -30");

    private final String turns;

    StrongPose(String... turns) {
        this.turns = String.join("\n", turns);
    }

    /** 24 rotation matrices, row by row, relative to the parent joint. */
    float[] matrices() {
        Rotation[] rotations = new Rotation[BodyParameters.JOINTS];
        Arrays.fill(rotations, Rotation.IDENTITY);
        for (String turn : turns.lines().toList()) {
            String[] words = turn.split(" ");
            Vec3 degrees = new Vec3(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            rotations[Skeletons.SMPL24.index(words[0])] = Rotation.about(degrees.unit(),
                    Math.toRadians(degrees.length()));
        }
        return Bodies.matrices(rotations);
    }
}
