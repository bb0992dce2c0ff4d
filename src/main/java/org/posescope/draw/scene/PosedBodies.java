package org.posescope.draw.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.draw.Palette;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.pose.Person;

/** Poses the mesh of a body model for each person who has a body, in the colour of their identity. Used by one thread at a time. */
public final class PosedBodies implements BodyMeshes {
    private final BodyModel model;
    private final CameraOfPicture lens;
    private final int[] triangles;
    private final List<BodyPoser> posers = new ArrayList<>();

    public PosedBodies(BodyModel model, CameraOfPicture lens) {
        this.model = model;
        this.lens = lens;
        this.triangles = model.faces();
    }

    @Override
    public PinholeCamera camera(int width, int height) {
        return lens.pinhole(width, height);
    }

    @Override
    public List<Mesh> of(List<Person> people) {
        List<Mesh> meshes = new ArrayList<>();
        for (Person person : people) {
            person.body().ifPresent(body -> {
                BodyPoser poser = poser(meshes.size());
                poser.pose(body);
                meshes.add(Mesh.uniform(poser.vertices(), poser.computeNormals(), triangles,
                        Palette.person(person.id())));
            });
        }
        return meshes;
    }

    @Override
    public Optional<BodyModel> model() {
        return Optional.of(model);
    }

    private BodyPoser poser(int index) {
        while (posers.size() <= index) {
            posers.add(new BodyPoser(model));
        }
        return posers.get(index);
    }
}
