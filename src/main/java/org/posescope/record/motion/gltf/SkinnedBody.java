package org.posescope.record.motion.gltf;

import java.nio.ByteBuffer;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.posescope.body.VertexInfluences;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.draw.Palette;
import org.posescope.draw.raster.Argb;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFrame;
import org.posescope.record.motion.PersonMotion;
import org.posescope.record.motion.RestSkeleton;

/** The nodes of one person in a document. */
final class SkinnedBody {
    private static final int MATRIX = 16;
    private static final double ROUGHNESS = 0.8;

    private final GltfDocument document;
    private final String name;
    private final Morphs morphs;
    private int firstJoint;
    private int bodyNode;

    SkinnedBody(GltfDocument document, String name, Morphs morphs) {
        this.morphs = morphs;
        this.document = document;
        this.name = name;
    }

    /**
     * Adds mesh, skeleton and skin.
     *
     * @param indices accessor of the triangles
     * @param id      gives the colour, that of the picture
     */
    void add(RestBody rest, VertexInfluences influences, int indices, int id) {
        int mesh = mesh(rest, influences, indices, material(id));
        RestSkeleton skeleton = rest.skeleton();
        ObjectNode armature = GltfDocument.thing().put("name", name);
        int armatureNode = document.add("nodes", armature);
        firstJoint = armatureNode + 1;
        armature.putArray("children").add(firstJoint);
        ArrayNode joints = GltfDocument.thing().putArray("joints");
        for (int joint = 0; joint < skeleton.size(); joint++) {
            joints.add(document.add("nodes", joint(skeleton, joint)));
        }
        ObjectNode skin = GltfDocument.thing().put("name", name).put("skeleton", armatureNode)
                .put("inverseBindMatrices", inverseBindMatrices(skeleton));
        skin.set("joints", joints);
        ObjectNode body = GltfDocument.thing().put("name", name + "-mesh").put("mesh", mesh)
                .put("skin", document.add("skins", skin));
        document.putIntoScene(armatureNode);
        // At the top of the scene: what is above a skinned mesh does not move it.
        bodyNode = document.add("nodes", body);
        document.putIntoScene(bodyNode);
    }

    private int material(int id) {
        ObjectNode material = GltfDocument.thing().put("name", name);
        ObjectNode surface = material.putObject("pbrMetallicRoughness").put("metallicFactor", 0)
                .put("roughnessFactor", ROUGHNESS);
        int color = Palette.person(id);
        surface.putArray("baseColorFactor").add(Argb.linear(Argb.red(color))).add(Argb.linear(Argb.green(color)))
                .add(Argb.linear(Argb.blue(color))).add(1);
        return document.add("materials", material);
    }

    private int mesh(RestBody rest, VertexInfluences influences, int indices, int material) {
        ObjectNode mesh = GltfDocument.thing().put("name", name);
        ObjectNode triangles = mesh.putArray("primitives").addObject().put("indices", indices)
                .put("material", material);
        morphs.addTo(mesh, triangles);
        triangles.putObject("attributes").put("POSITION", document.positions(rest.vertices()))
                .put("NORMAL", document.attribute(rest.normals(), "VEC3", 3))
                .put("JOINTS_0", document.joints(influences.joints()))
                .put("WEIGHTS_0", document.attribute(influences.weights(), "VEC4", 4));
        return document.add("meshes", mesh);
    }

    private ObjectNode joint(RestSkeleton skeleton, int joint) {
        ObjectNode node = GltfDocument.thing().put("name", skeleton.name(joint));
        Vec3 offset = joint == 0 ? skeleton.position(0) : skeleton.offset(joint);
        node.putArray("translation").add(offset.x()).add(offset.y()).add(offset.z());
        List<Integer> children = skeleton.children(joint);
        if (!children.isEmpty()) {
            ArrayNode numbers = node.putArray("children");
            children.forEach(child -> numbers.add(firstJoint + child));
        }
        return node;
    }

    private int inverseBindMatrices(RestSkeleton skeleton) {
        int view = document.view(skeleton.size() * MATRIX * Float.BYTES, out -> {
            for (int joint = 0; joint < skeleton.size(); joint++) {
                Vec3 place = skeleton.position(joint);
                GltfDocument.putFloats(new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, (float) -place.x(),
                    (float) -place.y(), (float) -place.z(), 1}, out);
            }
        });
        return document.add("accessors",
                document.accessor(view, 0, GltfDocument.FLOAT, "MAT4", skeleton.size()));
    }

    /**
     * Animates it, from the frame in which the person was seen first to the last: times, places of the pelvis and the
     * rotations of each joint, weights of the morph targets in one buffer view.
     *
     * @param animation receives the channels
     */
    void animate(Motion motion, PersonMotion person, ObjectNode animation) {
        int first = person.firstFrame();
        int frames = person.lastFrame() - first + 1;
        int joints = person.at(first).rotations().size();
        Layout layout = new Layout(frames, joints, morphs.count());
        int view = document.view(layout.bytes(), out -> fill(motion, person, layout, out));
        ObjectNode times = document.accessor(view, 0, GltfDocument.FLOAT, "SCALAR", frames);
        times.putArray("min").add((double) (float) motion.seconds(first));
        times.putArray("max").add((double) (float) motion.seconds(person.lastFrame()));
        int input = document.add("accessors", times);
        channel(animation, input, document.accessor(view, layout.pelvis(0), GltfDocument.FLOAT, "VEC3", frames),
                firstJoint, "translation");
        for (int joint = 0; joint < joints; joint++) {
            channel(animation, input,
                    document.accessor(view, layout.rotation(joint, 0), GltfDocument.FLOAT, "VEC4", frames),
                    firstJoint + joint, "rotation");
        }
        if (morphs.count() > 0) {
            channel(animation, input, document.accessor(view, layout.weight(0, 0), GltfDocument.FLOAT, "SCALAR",
                    Math.multiplyExact(frames, morphs.count())), bodyNode, "weights");
        }
    }

    private void channel(ObjectNode animation, int input, ObjectNode output, int node, String path) {
        ArrayNode samplers = animation.withArray("/samplers");
        samplers.addObject().put("input", input).put("output", document.add("accessors", output))
                .put("interpolation", "LINEAR");
        ObjectNode channel = animation.withArray("/channels").addObject().put("sampler", samplers.size() - 1);
        channel.putObject("target").put("node", node).put("path", path);
    }

    private static void fill(Motion motion, PersonMotion person, Layout layout, ByteBuffer out) {
        for (int i = 0; i < layout.frames; i++) {
            int frame = person.firstFrame() + i;
            MotionFrame moment = person.at(frame);
            out.putFloat(layout.time(i), (float) motion.seconds(frame));
            putVector(moment.pelvis(), out, layout.pelvis(i));
            for (int joint = 0; joint < layout.joints; joint++) {
                putQuaternion(moment.rotations().get(joint), out, layout.rotation(joint, i));
            }
            for (int k = 0; k < layout.morphs; k++) {
                out.putFloat(layout.weight(i, k), moment.expression().get(k));
            }
        }
        out.position(layout.bytes());
    }

    private static void putVector(Vec3 v, ByteBuffer out, int at) {
        out.putFloat(at, (float) v.x()).putFloat(at + 4, (float) v.y()).putFloat(at + 8, (float) v.z());
    }

    private static void putQuaternion(Rotation q, ByteBuffer out, int at) {
        out.putFloat(at, (float) q.x()).putFloat(at + 4, (float) q.y()).putFloat(at + 8, (float) q.z())
                .putFloat(at + 12, (float) q.w());
    }

    /** Where the numbers of an animation are: all times, then all places of the pelvis, then the rotations by joint, then the weights of morph targets. */
    private record Layout(int frames, int joints, int morphs) {
        int time(int frame) {
            return Float.BYTES * frame;
        }

        int pelvis(int frame) {
            return Math.multiplyExact(Float.BYTES, frames + 3 * frame);
        }

        int rotation(int joint, int frame) {
            return Math.multiplyExact(Float.BYTES, 4 * frames + 4 * (joint * frames + frame));
        }

        int weight(int frame, int morph) {
            return Math.addExact(rotation(joints, 0), Math.multiplyExact(Float.BYTES, frame * morphs + morph));
        }

        int bytes() {
            return weight(frames, 0);
        }
    }
}
