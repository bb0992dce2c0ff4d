package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.body.BodyModel;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.pose.Person;

/** Shows people as an avatar while one is chosen, else as they are shown otherwise. Used by one thread at a time. */
public final class AvatarBodies implements BodyMeshes {
    private final BodyMeshes plain;
    private final Supplier<Optional<Avatar>> chosen;
    private final List<AvatarPoser> posers = new ArrayList<>();
    private Optional<Wearing> wearing = Optional.empty();

    private record Wearing(Avatar avatar, BodyModel model) {}

    /**
     * @param plain  how people look without one
     * @param chosen asked for each frame
     */
    public AvatarBodies(BodyMeshes plain, Supplier<Optional<Avatar>> chosen) {
        this.plain = plain;
        this.chosen = chosen;
    }

    @Override
    public PinholeCamera camera(int width, int height) {
        return plain.camera(width, height);
    }

    @Override
    public List<Mesh> of(List<Person> people) {
        Optional<Wearing> wanted = chosen.get()
                .flatMap(avatar -> plain.model().map(model -> new Wearing(avatar, model)));
        if (wanted.isEmpty()) {
            return plain.of(people);
        }
        if (!wearing.equals(wanted)) {
            wearing = wanted;
            posers.clear();
        }
        List<Mesh> meshes = new ArrayList<>();
        for (Person person : people) {
            person.body().ifPresent(body -> {
                AvatarPoser poser = poser(meshes.size(), wanted.get());
                poser.pose(body);
                meshes.add(poser.mesh());
            });
        }
        return meshes;
    }

    private AvatarPoser poser(int index, Wearing worn) {
        while (posers.size() <= index) {
            posers.add(new AvatarPoser(worn.avatar, worn.model));
        }
        return posers.get(index);
    }

    @Override
    public Optional<BodyModel> model() {
        return plain.model();
    }

    @Override
    public boolean covers() {
        return chosen.get().isPresent();
    }
}
