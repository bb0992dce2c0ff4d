package org.posescope.app.scene3d.camera;

import java.util.Optional;

import org.posescope.app.scene3d.posed.Extent;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.pose.Vector3;

/** Decides where the camera goes: to the place of a preset, after the people, or where the user takes it. */
public final class CameraDirector {
    static final double FIELD_OF_VIEW = Math.toRadians(36);
    private static final double PRESET_SECONDS = 0.16;
    private static final double FOLLOW_SECONDS = 0.4;
    private static final double ZOOM_SECONDS = 0.06;
    private static final double NEAREST = 0.4;
    private static final double FARTHEST = 40;
    /** Not far below the floor, from where nothing is understood. */
    private static final double LOWEST = Math.toRadians(-5);
    private static final double HIGHEST = Math.toRadians(89);
    private static final double LEVEL = Math.toRadians(6);
    private static final double FOLLOW_AZIMUTH = Math.toRadians(-26);
    private static final double FOLLOW_ELEVATION = Math.toRadians(11);
    /** By how much people may outgrow or underfill the view before the distance changes. */
    private static final double TOO_FAR = 1.08;
    private static final double TOO_NEAR = 0.6;

    /** Around the source camera as it is drawn. */
    private static final Extent SOURCE = new Extent(new Vector3(-0.3f, -0.4f, 0), new Vector3(0.3f, 0.3f, 0.5f));

    private final OrbitMotion motion = new OrbitMotion(
            new OrbitCamera(FOLLOW_AZIMUTH, FOLLOW_ELEVATION, 4.5, new Vector3(0, 0.4f, 3), FIELD_OF_VIEW));
    private CameraPreset preset = CameraPreset.FOLLOW;
    private Optional<PosedScene> moment = Optional.empty();
    private Framing framing = new Framing(FIELD_OF_VIEW, 1, 1);
    private boolean withSource;
    private boolean framed;
    private boolean zoomed;

    public CameraPreset preset() {
        return preset;
    }

    public OrbitCamera orbit() {
        return motion.now();
    }

    boolean moving() {
        return motion.moving();
    }

    void step(double seconds) {
        motion.step(seconds);
    }

    public void show(PosedScene now) {
        moment = Optional.of(now).filter(present -> !present.people().isEmpty());
        if (!framed) {
            place(0);
        } else if (preset == CameraPreset.FOLLOW) {
            moment.ifPresent(this::follow);
        }
    }

    /** The next people that come are framed at once. */
    public void clear() {
        moment = Optional.empty();
        framed = false;
        zoomed = false;
    }

    /** @param width of the view, pixels */
    public void resize(double width, double height) {
        framing = new Framing(FIELD_OF_VIEW, width, height);
        if (framed && !zoomed && preset != CameraPreset.FREE) {
            OrbitCamera goal = motion.goal();
            moment.ifPresent(now -> motion.moveTo(fit(now, goal.azimuth(), goal.elevation()), 0));
        }
    }

    /** Whether the source camera shall be in view too. */
    public void includeSource(boolean included) {
        if (included != withSource) {
            withSource = included;
            zoomed = false;
            moment.ifPresent(now -> frame());
        }
    }

    public void choose(CameraPreset chosen) {
        preset = chosen;
        if (chosen != CameraPreset.FREE) {
            zoomed = false;
            place(PRESET_SECONDS);
        }
    }

    /** Brings the people into view from the present angle. */
    void frame() {
        zoomed = false;
        moment.ifPresent(now -> motion.moveTo(fit(now, motion.goal().azimuth(), motion.goal().elevation()),
                PRESET_SECONDS));
    }

    /** Turns around the target, radians. Whoever follows people goes on to follow them from the new angle. */
    void turn(double right, double up) {
        if (preset != CameraPreset.FOLLOW) {
            preset = CameraPreset.FREE;
        }
        OrbitCamera goal = motion.goal();
        double elevation = Math.clamp(goal.elevation() + up, LOWEST, HIGHEST);
        motion.moveTo(new OrbitCamera(goal.azimuth() + right, elevation, goal.distance(), goal.target(), FIELD_OF_VIEW),
                0);
    }

    /** Shifts the view, in heights of the view. */
    void pan(double right, double down) {
        preset = CameraPreset.FREE;
        OrbitCamera goal = motion.goal();
        double height = 2 * goal.distance() * Math.tan(FIELD_OF_VIEW / 2);
        RigidTransform view = goal.view();
        Vector3 target = goal.target();
        Vector3 moved = new Vector3(
                (float) (target.x() + height * (right * view.turnX(1, 0, 0) + down * view.turnY(1, 0, 0))),
                (float) (target.y() + height * (right * view.turnX(0, 1, 0) + down * view.turnY(0, 1, 0))),
                (float) (target.z() + height * (right * view.turnX(0, 0, 1) + down * view.turnY(0, 0, 1))));
        motion.moveTo(new OrbitCamera(goal.azimuth(), goal.elevation(), goal.distance(), moved, FIELD_OF_VIEW), 0);
    }

    /** @param factor by which the distance grows */
    void zoom(double factor) {
        zoomed = true;
        OrbitCamera goal = motion.goal();
        motion.moveTo(at(goal, Math.clamp(goal.distance() * factor, NEAREST, FARTHEST), goal.target()), ZOOM_SECONDS);
    }

    private void place(double seconds) {
        moment.ifPresent(now -> {
            framed = true;
            motion.moveTo(switch (preset) {
                case FRONT -> fit(now, 0, LEVEL);
                case SIDE -> fit(now, Math.PI / 2, LEVEL);
                case TOP -> fit(now, 0, HIGHEST);
                case FOLLOW -> fit(now, FOLLOW_AZIMUTH, FOLLOW_ELEVATION);
                case FREE -> motion.goal();
            }, seconds);
        });
    }

    private void follow(PosedScene now) {
        OrbitCamera goal = motion.goal();
        OrbitCamera ideal = fit(now, goal.azimuth(), goal.elevation());
        boolean fits = ideal.distance() < TOO_FAR * goal.distance() && ideal.distance() > TOO_NEAR * goal.distance();
        motion.moveTo(at(goal, zoomed || fits ? goal.distance() : ideal.distance(), ideal.target()), FOLLOW_SECONDS);
    }

    private OrbitCamera fit(PosedScene now, double azimuth, double elevation) {
        Extent people = now.focusExtent().orElseThrow();
        Extent extent = withSource ? people.and(SOURCE) : people;
        Vector3 target = preset == CameraPreset.FOLLOW && !withSource ? now.focusHips() : extent.center();
        return framing.frame(extent, target, azimuth, elevation);
    }

    private static OrbitCamera at(OrbitCamera angle, double distance, Vector3 target) {
        return new OrbitCamera(angle.azimuth(), angle.elevation(), distance, target, FIELD_OF_VIEW);
    }
}
