package org.posescope.record.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.lwjgl.assimp.AIAnimation;
import org.lwjgl.assimp.AIMatrix4x4;
import org.lwjgl.assimp.AINode;
import org.lwjgl.assimp.AINodeAnim;
import org.lwjgl.assimp.AIQuaternion;
import org.lwjgl.assimp.AIScene;
import org.lwjgl.assimp.AIVector3D;
import org.lwjgl.assimp.Assimp;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** A file as the Assimp library reads it: its nodes, moved by its first animation. */
final class AssimpScene implements AutoCloseable {
    private final AIScene scene;
    private final AIAnimation animation;
    private final Map<String, AINodeAnim> channels = new HashMap<>();

    AssimpScene(Path file) {
        scene = Assimp.aiImportFile(file.toString(), 0);
        assertThat(scene).as(Assimp.aiGetErrorString()).isNotNull();
        animation = AIAnimation.create(scene.mAnimations().get(0));
        for (int i = 0; i < animation.mNumChannels(); i++) {
            AINodeAnim channel = AINodeAnim.create(animation.mChannels().get(i));
            channels.put(channel.mNodeName().dataString(), channel);
        }
    }

    /** Seconds of one frame, where ticks are frames. */
    double frameSeconds() {
        return 1 / animation.mTicksPerSecond();
    }

    int frames() {
        return channels.values().iterator().next().mNumRotationKeys();
    }

    /** Where each node is at a key. */
    Map<String, Vec3> places(int key) {
        Map<String, Vec3> places = new HashMap<>();
        place(scene.mRootNode(), key, Rotation.IDENTITY, Vec3.ZERO, places);
        return places;
    }

    private void place(AINode node, int key, Rotation turn, Vec3 place, Map<String, Vec3> places) {
        AIMatrix4x4 m = node.mTransformation();
        Vec3 offset = new Vec3(m.a4(), m.b4(), m.c4());
        Rotation rotation = Rotation.IDENTITY;
        AINodeAnim channel = channels.get(node.mName().dataString());
        if (channel != null) {
            AIVector3D position = channel.mPositionKeys().get(Math.min(key, channel.mNumPositionKeys() - 1)).mValue();
            AIQuaternion q = channel.mRotationKeys().get(Math.min(key, channel.mNumRotationKeys() - 1)).mValue();
            offset = new Vec3(position.x(), position.y(), position.z());
            rotation = new Rotation(q.w(), q.x(), q.y(), q.z());
        }
        Vec3 own = place.plus(turn.apply(offset));
        Rotation ownTurn = turn.times(rotation);
        places.put(node.mName().dataString(), own);
        for (int i = 0; i < node.mNumChildren(); i++) {
            place(AINode.create(node.mChildren().get(i)), key, ownTurn, own, places);
        }
    }

    @Override
    public void close() {
        Assimp.aiReleaseImport(scene);
    }
}
