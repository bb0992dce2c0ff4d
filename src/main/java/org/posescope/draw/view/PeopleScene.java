package org.posescope.draw.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.BodyModel;
import org.posescope.body.WorldFrame;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.body.floor.Standing;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.Scene3d;
import org.posescope.draw.scene.Scene3dView;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Joint;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;

/** Draws the people of a frame as a 3D scene: bodies where there are some, else joints and bones. Used by one thread at a time. */
final class PeopleScene {
    /** A little lower than a camera that is held at the height of the chest. */
    private static final double UNKNOWN_FLOOR = 0.9;
    private static final double FLOOR_OF_WORLD = 0;

    private final Scene3dView view;
    private final Optional<? extends BodyMeshes> bodies;
    private final Optional<WorldFrame> world;
    private final int width;
    private final int height;
    private final FollowingOrbit orbit = new FollowingOrbit();
    private final Optional<BodyModel> model;
    private final FloorEstimator estimator;
    private final FloorLevel floor = new FloorLevel();

    PeopleScene(int width, int height, Optional<? extends BodyMeshes> bodies, Optional<WorldFrame> world) {
        this.width = width;
        this.height = height;
        this.view = new Scene3dView(width, height);
        this.bodies = bodies;
        this.world = world;
        this.model = bodies.flatMap(BodyMeshes::model);
        this.estimator = new FloorEstimator(model);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Of the soles of the bodies, or else of the joints. */
    private static OptionalDouble lowest(List<Mesh> meshes, List<Vector3> points) {
        return meshes.isEmpty()
                ? points.stream().mapToDouble(Vector3::y).max()
                : meshes.stream().mapToDouble(Mesh::lowest).max();
    }

    void draw(Canvas canvas, List<Person> seen, long ptsMicros) {
        Optional<Standing> standing = world.isPresent() ? Optional.empty() : estimator.at(seen, ptsMicros);
        List<Person> people = world.map(each -> each.people(seen))
                .or(() -> standing.map(each -> each.atCamera(seen, model))).orElse(seen);
        List<Mesh> meshes = bodies.map(each -> each.of(people, ptsMicros)).orElse(List.of());
        List<Skeleton3d> skeletons = new ArrayList<>();
        List<Vector3> points = new ArrayList<>();
        for (Person person : people) {
            if (person.joints3d().isPresent() && person.translation().isPresent()) {
                Vector3 origin = person.translation().get();
                for (Joint joint : person.joints3d().get().joints()) {
                    points.add(new Vector3(joint.x() + origin.x(), joint.y() + origin.y(), joint.z() + origin.z()));
                }
                if (person.body().isEmpty()) {
                    Skeleton3d.of(person).ifPresent(skeletons::add);
                }
            }
        }
        lowest(meshes, points).ifPresent(lowest -> floor.add(ptsMicros, lowest));
        double floorHeight = world.isPresent()
                ? FLOOR_OF_WORLD
                : standing.map(each -> each.ground().height()).orElseGet(() -> floor.at(ptsMicros, UNKNOWN_FLOOR));
        view.draw(canvas, orbit.at(points, ptsMicros, (double) canvas.width() / canvas.height()),
                new Scene3d(meshes, skeletons, floorHeight));
    }
}
