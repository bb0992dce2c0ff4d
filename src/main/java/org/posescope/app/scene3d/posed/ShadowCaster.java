package org.posescope.app.scene3d.posed;

import java.util.List;

import org.posescope.draw.Confidence;
import org.posescope.draw.mesh.ShadowMap;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Bone;
import org.posescope.pose.Joint;
import org.posescope.pose.Vector3;

/** Casts the shadows of people. Used by one thread. */
final class ShadowCaster {
    /** As wide as the limb around the bone, not as the drawn rod, which would leave no shadow. */
    private static final double LIMB = 0.09;

    private final ShadowMap map = new ShadowMap();

    /** The shadow of people, at least one, on a floor at the given y. */
    Shadow cast(List<PosedPerson> people, double floor) {
        Vector3 middle = people.stream().map(PosedPerson::extent).reduce(Extent::and).orElseThrow().center();
        // On whole cells, so that the shadow of somebody who stands still does not shimmer.
        Vector3 snapped = new Vector3(snap(middle.x()), (float) floor, snap(middle.z()));
        map.clear(snapped, floor);
        for (PosedPerson person : people) {
            person.body().ifPresentOrElse(body -> map.add(body.vertices(), body.faces()), () -> add(person.joints()));
        }
        map.finish();
        return new Shadow(snapped, map.darkness().clone());
    }

    private static float snap(float metres) {
        return (float) (Math.rint(metres / ShadowMap.CELL) * ShadowMap.CELL);
    }

    private void add(Skeleton3d figure) {
        List<Joint> joints = figure.joints().joints();
        for (Bone bone : figure.joints().skeleton().bones()) {
            Joint from = joints.get(bone.from());
            Joint to = joints.get(bone.to());
            if (Confidence.shown(Math.min(from.score(), to.score()))) {
                map.add(place(from, figure.translation()), place(to, figure.translation()), LIMB);
            }
        }
    }

    private static Vector3 place(Joint joint, Vector3 origin) {
        return new Vector3(origin.x() + joint.x(), origin.y() + joint.y(), origin.z() + joint.z());
    }
}
