package org.posescope.draw.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.draw.Palette;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.pose.Person;

/** Poses the mesh of a body model for each person who has a body, in the colour of their identity. Used by one thread at a time. */
public final class PosedBodies implements BodyMeshes {
    private final Supplier<BodyModel> models;
    private final CameraOfPicture lens;
    private BodyModel model;
    private int[] triangles = {};
    private final List<BodyPoser> posers = new ArrayList<>();

    public PosedBodies(BodyModel model, CameraOfPicture lens) {
        this(() -> model, lens);
    }

    /** @param models asked for the model each time that people are posed */
    public PosedBodies(Supplier<BodyModel> models, CameraOfPicture lens) {
        this.models = models;
        this.lens = lens;
    }

    @Override
    public PinholeCamera camera(int width, int height) {
        return lens.pinhole(width, height);
    }

    @Override
    public List<Mesh> of(List<Person> people, long ptsMicros) {
        use(models.get());
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
        return Optional.of(models.get());
    }

    private void use(BodyModel wanted) {
        if (!wanted.equals(model)) {
            model = wanted;
            triangles = wanted.faces();
            posers.clear();
        }
    }

    private BodyPoser poser(int index) {
        while (posers.size() <= index) {
            posers.add(new BodyPoser(model));
        }
        return posers.get(index);
    }
}
