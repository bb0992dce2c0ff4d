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
    private Optional<WornAvatars> worn = Optional.empty();

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
    public List<Mesh> of(List<Person> people, long ptsMicros) {
        Optional<Avatar> wanted = chosen.get();
        worn = plain.model().flatMap(model -> worn.filter(own -> own.serves(wanted, model))
                .or(() -> wanted.map(avatar -> new WornAvatars(avatar, model))));
        return worn.map(own -> dressed(own, people, ptsMicros)).orElseGet(() -> plain.of(people, ptsMicros));
    }

    private static List<Mesh> dressed(WornAvatars worn, List<Person> people, long ptsMicros) {
        worn.begin();
        List<Mesh> meshes = new ArrayList<>();
        for (Person person : people) {
            person.body().ifPresent(body -> {
                AvatarPoser poser = worn.of(person.id(), meshes.size());
                poser.pose(body, ptsMicros);
                meshes.add(poser.mesh());
            });
        }
        return meshes;
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
