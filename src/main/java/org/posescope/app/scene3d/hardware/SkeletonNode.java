package org.posescope.app.scene3d.hardware;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.MeshView;

import org.posescope.draw.Confidence;
import org.posescope.draw.PointKind;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Bone;
import org.posescope.pose.Joint;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeleton.Side;
import org.posescope.pose.Vector3;

/** Joints as balls and bones as tapered rods. Small parts of the body are thinner, and what is unsure is hidden. */
final class SkeletonNode {
    private final Primitives primitives;
    private final Group group = new Group();
    private final Map<Side, PhongMaterial> materials = new EnumMap<>(Side.class);
    private final List<MeshView> joints = new ArrayList<>();
    private final List<BoneNode> bones = new ArrayList<>();
    private Optional<Skeleton> built = Optional.empty();

    SkeletonNode(Primitives primitives) {
        this.primitives = primitives;
        for (Side side : Side.values()) {
            PhongMaterial material = new PhongMaterial();
            material.setSpecularColor(Color.gray(0.22));
            material.setSpecularPower(24);
            materials.put(side, material);
        }
    }

    Group node() {
        return group;
    }

    void dress(Side side, Color color) {
        materials.get(side).setDiffuseColor(color);
    }

    void show(Skeleton3d figure) {
        Skeleton skeleton = figure.joints().skeleton();
        if (!built.equals(Optional.of(skeleton))) {
            build(skeleton);
        }
        Vector3 origin = figure.translation();
        List<Joint> places = figure.joints().joints();
        for (int i = 0; i < places.size(); i++) {
            Joint joint = places.get(i);
            MeshView ball = joints.get(i);
            ball.setVisible(Confidence.shown(joint.score()));
            ball.setTranslateX(origin.x() + joint.x());
            ball.setTranslateY(origin.y() + joint.y());
            ball.setTranslateZ(origin.z() + joint.z());
        }
        for (int i = 0; i < bones.size(); i++) {
            Bone bone = skeleton.bones().get(i);
            place(bones.get(i), places.get(bone.from()), places.get(bone.to()), origin);
        }
    }

    private static void place(BoneNode node, Joint from, Joint to, Vector3 origin) {
        node.place(origin.x() + from.x(), origin.y() + from.y(), origin.z() + from.z(), to.x() - from.x(),
                to.y() - from.y(), to.z() - from.z());
        if (!Confidence.shown(Math.min(from.score(), to.score()))) {
            node.node().setVisible(false);
        }
    }

    private void build(Skeleton skeleton) {
        built = Optional.of(skeleton);
        group.getChildren().clear();
        joints.clear();
        bones.clear();
        List<PointKind> kinds = skeleton.names().stream().map(PointKind::of).toList();
        for (int i = 0; i < skeleton.size(); i++) {
            MeshView ball = new MeshView(primitives.joints().get(kinds.get(i)));
            ball.setMaterial(materials.get(skeleton.side(i)));
            joints.add(ball);
        }
        for (Bone bone : skeleton.bones()) {
            PointKind from = kinds.get(bone.from());
            PointKind to = kinds.get(bone.to());
            bones.add(new BoneNode(primitives.bones().get(from.scale() < to.scale() ? from : to),
                    materials.get(skeleton.side(bone))));
        }
        group.getChildren().addAll(joints);
        group.getChildren().addAll(bones.stream().map(BoneNode::node).toList());
    }
}
