package org.posescope.draw.avatar;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;

/** An avatar for each person who wears it, so that the hair of each swings by itself. Used by one thread. */
public final class WornAvatars {
    private final Avatar avatar;
    private final BodyModel model;
    private Map<Integer, AvatarPoser> worn = Map.of();
    private Map<Integer, AvatarPoser> wornNow = new HashMap<>();

    /** @param model whose parameters people have */
    public WornAvatars(Avatar avatar, BodyModel model) {
        this.avatar = avatar;
        this.model = model;
    }

    public Avatar avatar() {
        return avatar;
    }

    /** Whether it is for people of a model in an avatar. */
    public boolean serves(Optional<Avatar> wanted, BodyModel of) {
        return wanted.filter(avatar::equals).isPresent() && model.equals(of);
    }

    /** Begins with the people of a frame; who was not among those before has no past. */
    public void begin() {
        worn = wornNow;
        wornNow = new HashMap<>();
    }

    /**
     * What somebody wears.
     *
     * @param id       0: they are new in every frame
     * @param position among those of the frame
     */
    public AvatarPoser of(int id, int position) {
        int key = id > 0 ? id : -1 - position;
        AvatarPoser own = worn.get(key);
        if (own == null) {
            own = new AvatarPoser(avatar, model);
        } else if (id == 0) {
            own.forget();
        }
        wornNow.put(key, own);
        return own;
    }
}
