package org.posescope.record.motion.gltf;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.VertexInfluences;
import org.posescope.record.motion.CompleteFile;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFile;
import org.posescope.record.motion.PersonMotion;

/**
 * Binary glTF: for every person a mesh of the fitted shape, a skeleton of all joints of the model, a skin and their part of one animation; metres, y up.
 * The mesh is moved by linear blend skinning with four joints a vertex. SMPL's corrections of the mesh that depend on the
 * pose are left out, because glTF can only store them as 207 morph targets or more; expressions of the face are morph targets.
 */
public final class GlbFile implements MotionFile {
    private static final int INFLUENCES = 4;

    private final BodyModel model;

    public GlbFile(BodyModel model) {
        this.model = model;
    }

    @Override
    public List<Path> write(Motion motion, Path file) {
        if (motion.people().isEmpty()) {
            return List.of();
        }
        GltfDocument document = new GltfDocument(motion.origin());
        VertexInfluences influences = model.influences(INFLUENCES);
        BodyPoser poser = new BodyPoser(model);
        int indices = document.indices(model.faces());
        // One for all people, since most viewers play one animation at a time.
        ObjectNode animation = GltfDocument.thing().put("name", "motion");
        Morphs morphs = Morphs.of(model, document);
        for (PersonMotion person : motion.people()) {
            RestBody rest = RestBody.of(model, poser, person.betas());
            SkinnedBody body = new SkinnedBody(document,
                    motion.names().getOrDefault(person.id(), "person-" + person.id()), morphs);
            body.add(rest, influences, indices, person.id());
            body.animate(motion, person, animation);
        }
        document.add("animations", animation);
        CompleteFile.write(file, document::write);
        return List.of(file);
    }
}
