package org.posescope.workshop.body.surface;

import java.util.function.ToDoubleFunction;

import org.posescope.body.math.Vec3;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.SmplJoints;
import org.posescope.workshop.body.mesh.Decimator;
import org.posescope.workshop.body.mesh.EditableMesh;

/** How many vertices each region of the left half keeps, and where in it detail matters most. */
final class DetailPlan {
    private static final int FOOT_VERTICES = 240;
    private static final int REST_VERTICES = 2020;

    private final SurfaceDetail detail;
    private final Vec3[] joints;
    private final Vec3 eye;
    private final Vec3 mouth;

    DetailPlan(SurfaceDetail detail, BaseMesh base, Vec3[] body) {
        this.detail = detail;
        joints = SmplJoints.places(base, body);
        eye = base.head("eye.L", body);
        mouth = base.tail("oris01", body);
    }

    /** Thins out the left half of the body's surface. */
    void apply(EditableMesh mesh) {
        ToDoubleFunction<Vec3> head = p -> isHead(p) ? headImportance(p) : 0;
        ToDoubleFunction<Vec3> hand = p -> isHand(p) ? 1 : 0;
        ToDoubleFunction<Vec3> foot = p -> isFoot(p) ? 1 : 0;
        ToDoubleFunction<Vec3> rest = p -> isHead(p) || isHand(p) || isFoot(p) ? 0 : limbImportance(p);
        Decimator decimator = new Decimator(mesh);
        decimator.reduce(head, detail.headVertices());
        decimator.reduce(hand, detail.handVertices());
        decimator.reduce(foot, FOOT_VERTICES);
        decimator.reduce(rest, REST_VERTICES);
    }

    private boolean isHead(Vec3 p) {
        return p.y() > joints[SmplJoints.NECK].y() + 0.04;
    }

    private boolean isHand(Vec3 p) {
        Vec3 forearm = joints[SmplJoints.LEFT_WRIST].minus(joints[SmplJoints.LEFT_ELBOW]);
        return p.x() > joints[SmplJoints.LEFT_ELBOW].x() && p.minus(joints[SmplJoints.LEFT_WRIST]).dot(forearm) > 0;
    }

    private boolean isFoot(Vec3 p) {
        return p.y() < joints[SmplJoints.LEFT_ANKLE].y();
    }

    /** Thin limbs need smaller triangles than the trunk to look round. */
    private double limbImportance(Vec3 p) {
        boolean arm = p.x() > joints[SmplJoints.LEFT_SHOULDER].x() && p.y() > joints[SmplJoints.LEFT_HIP].y();
        boolean shank = p.y() < joints[SmplJoints.LEFT_KNEE].y();
        return arm ? 4 : shank ? 2 : 1;
    }

    /** Most at the lids, then around eyes, lips and chin; least at the ears. */
    private double headImportance(Vec3 p) {
        if (p.distance(eye) < 0.030) {
            return p.distance(eye) < 0.018 ? 60 : 8;
        }
        if (p.distance(mouth) < 0.030) {
            return 6;
        }
        boolean face = p.z() > 0.5 * mouth.z();
        if (face && p.y() < eye.y() + 0.03) {
            return p.y() < mouth.y() ? 5 : 3;
        }
        boolean ear = p.x() > 2.3 * eye.x() && p.y() < eye.y() + 0.03;
        return ear ? 0.6 : 1;
    }
}
