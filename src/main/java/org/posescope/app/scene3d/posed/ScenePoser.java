package org.posescope.app.scene3d.posed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.body.floor.Standing;
import org.posescope.body.math.Rotation;
import org.posescope.draw.avatar.AvatarPoser;
import org.posescope.draw.avatar.WornAvatars;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.draw.view.FloorLevel;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

/**
 * Turns moments into what is drawn: poses the bodies, casts their shadows, keeps the trails and the floor. Used by one thread,
 * which is not the window's: with its shadow a body of 7,000 vertices takes about two milliseconds.
 */
public final class ScenePoser {
    /** From the lowest joint of a foot to the floor below it. */
    private static final double SOLE = 0.02;
    private static final Vector3 ORIGIN = new Vector3(0, 0, 0);
    /** Eye height over the floor, used until somebody is seen. */
    public static final double CAMERA_HEIGHT = 1.4;

    private final Optional<ShadowCaster> shadows;
    private final FloorLevel floor = new FloorLevel();
    private final TrailHistory trails = new TrailHistory();
    private Optional<Figure> figure = Optional.empty();
    private Optional<WornAvatars> worn = Optional.empty();
    private FloorEstimator estimator = new FloorEstimator(Optional.empty());
    private int epoch;
    private boolean together;

    private ScenePoser(Optional<ShadowCaster> shadows) {
        this.shadows = shadows;
    }

    /** For graphics hardware, which computes normals but casts no shadows. */
    public static ScenePoser forHardware() {
        return new ScenePoser(Optional.of(new ShadowCaster()));
    }

    /** For the software renderer, which needs normals and casts its own shadows. */
    public static ScenePoser forSoftware() {
        return new ScenePoser(Optional.empty());
    }

    public PosedScene pose(PoseRequest request) {
        SceneFrame moment = request.moment();
        Staging staging = request.staging();
        if (epoch != staging.epoch()) {
            epoch = staging.epoch();
            floor.forget();
            estimator.forget();
            trails.forget();
            worn = Optional.empty();
        }
        if (together != staging.together()) {
            together = staging.together();
            trails.forget();
        }
        if (!figure.map(Figure::model).equals(staging.body())) {
            figure = staging.body().map(Figure::new);
            worn = Optional.empty();
            estimator = new FloorEstimator(staging.body());
        }
        worn = staging.body().flatMap(model -> worn.filter(own -> own.serves(staging.avatar(), model))
                .or(() -> staging.avatar().map(avatar -> new WornAvatars(avatar, model))));
        worn.ifPresent(WornAvatars::begin);
        trails.advance(moment.ptsMicros());
        List<PosedPerson> posed = new ArrayList<>();
        Optional<Standing> standing = estimator.at(moment.people(), moment.ptsMicros());
        List<Person> apart = standing.map(each -> each.atCamera(moment.people(), staging.body()))
                .orElse(moment.people());
        List<Person> people = together ? Together.of(apart, staging.selectedId(), staging.body()) : apart;
        for (Person person : people) {
            pose(person, posed.size(), moment.ptsMicros()).ifPresent(posed::add);
        }
        double ground = standing.map(each -> each.ground().height())
                .orElseGet(() -> floor.at(moment.ptsMicros(), CAMERA_HEIGHT));
        Optional<Shadow> shadow = posed.isEmpty() ? Optional.empty() : shadows.map(own -> own.cast(posed, ground));
        int selected = posed.stream().anyMatch(person -> person.id() == staging.selectedId())
                ? staging.selectedId()
                : 0;
        return new PosedScene(moment.ptsMicros(), posed, ground, shadow, selected,
                new SourceView(moment.camera(), moment.width(), moment.height(),
                        standing.map(each -> each.ground().upright()).orElse(Rotation.IDENTITY)));
    }

    /** Empty when nothing is known of where the person is. */
    private Optional<PosedPerson> pose(Person person, int position, long ptsMicros) {
        Optional<PosedBody> body = figure
                .flatMap(own -> person.body()
                        .map(shape -> pose(own, shape, new Moment(person.id(), position, ptsMicros))));
        Optional<Skeleton3d> joints = joints(person)
                .or(() -> body.flatMap(posed -> figure.map(own -> own.joints(person.id()))));
        Optional<Extent> extent = body.map(posed -> Extent.of(posed.vertices())).or(() -> joints.flatMap(Extent::of));
        if (joints.isEmpty() || extent.isEmpty()) {
            return Optional.empty();
        }
        floor.add(ptsMicros, extent.get().lowest() + (body.isPresent() ? 0 : SOLE));
        boolean tracked = person.id() > 0;
        List<Trail> past = tracked ? trails.add(person.id(), joints.get()) : List.of();
        Vector3 hips = person.translation().orElseGet(() -> extent.get().center());
        return Optional.of(new PosedPerson(tracked ? person.id() : -1 - position, person.id(), body, joints.get(), past,
                hips, head(joints.get(), extent.get()), extent.get()));
    }

    /** The body is posed in any case: its joints are asked for. */
    private PosedBody pose(Figure own, BodyParameters shape, Moment moment) {
        PosedBody plain = own.pose(shape, shadows.isEmpty());
        return worn.map(all -> {
            AvatarPoser avatar = all.of(moment.id, moment.position);
            avatar.pose(shape, moment.ptsMicros);
            return PosedBody.of(avatar);
        }).orElse(plain);
    }

    /** Whom, in which place among the people, and when. */
    private record Moment(int id, int position, long ptsMicros) {}

    private static Vector3 head(Skeleton3d figure, Extent extent) {
        List<String> names = figure.joints().skeleton().names();
        int head = names.contains("head") ? names.indexOf("head") : names.indexOf("nose");
        if (head < 0) {
            Vector3 center = extent.center();
            return new Vector3(center.x(), extent.highest(), center.z());
        }
        Joint joint = figure.joints().joints().get(head);
        Vector3 origin = figure.translation();
        return new Vector3(origin.x() + joint.x(), origin.y() + joint.y(), origin.z() + joint.z());
    }

    private static Optional<Skeleton3d> joints(Person person) {
        return person.joints3d().flatMap(joints -> person.translation()
                .map(translation -> new Skeleton3d(person.id(), joints, translation)));
    }

    private static final class Figure {
        private final BodyModel model;
        private final BodyPoser poser;
        private final int[] faces;

        Figure(BodyModel model) {
            this.model = model;
            this.poser = new BodyPoser(model);
            this.faces = model.faces();
        }

        BodyModel model() {
            return model;
        }

        PosedBody pose(BodyParameters shape, boolean normals) {
            poser.pose(shape);
            return new PosedBody(poser.vertices().clone(), normals ? poser.computeNormals().clone() : new float[0],
                    faces);
        }

        /** The joints of the pose that was made last. */
        Skeleton3d joints(int id) {
            float[] xyz = poser.joints();
            List<Joint> joints = new ArrayList<>();
            for (int i = 0; i < xyz.length; i += 3) {
                joints.add(new Joint(xyz[i], xyz[i + 1], xyz[i + 2], 1));
            }
            return new Skeleton3d(id, new Joints3d(model.skeleton(), joints), ORIGIN);
        }
    }
}
