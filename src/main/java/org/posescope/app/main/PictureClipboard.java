package org.posescope.app.main;

import org.posescope.app.record.PictureCopy;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts pictures on the clipboard of the system. FX thread. */
final class PictureClipboard {
    private static final int BYTES_PER_PIXEL = 4;

    private PictureClipboard() {}

    static void put(PictureCopy picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        // Pixels of videos are opaque, so that it does not matter whether colours are multiplied by alpha.
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getByteBgraPreInstance(),
                picture.pixels(), picture.width() * BYTES_PER_PIXEL);
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
