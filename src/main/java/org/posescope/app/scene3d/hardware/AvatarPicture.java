package org.posescope.app.scene3d.hardware;

import java.util.Optional;

import org.posescope.draw.mesh.Texture;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The texture of an avatar as the hardware wants it, one for all people who wear it. */
final class AvatarPicture {
    private Optional<Texture> texture = Optional.empty();
    private Image image = new WritableImage(1, 1);

    Image of(Texture wanted) {
        if (texture.filter(wanted::equals).isEmpty()) {
            int size = wanted.size();
            WritableImage picture = new WritableImage(size, size);
            picture.getPixelWriter().setPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), wanted.pixels(), 0,
                    size);
            image = picture;
            texture = Optional.of(wanted);
        }
        return image;
    }
}
