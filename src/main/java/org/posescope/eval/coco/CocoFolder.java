package org.posescope.eval.coco;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.ffmpeg.ImageSource;

/** Annotated pictures in a folder. */
public final class CocoFolder {
    private final Path folder;
    private final List<CocoPicture> pictures;

    /** @throws UserException when one of the pictures is missing */
    public CocoFolder(Path folder, List<CocoPicture> pictures) {
        this.folder = folder;
        this.pictures = List.copyOf(pictures);
        List<CocoPicture> missing = pictures.stream().filter(picture -> !Files.isReadable(path(picture))).toList();
        if (!missing.isEmpty()) {
            throw new UserException(
                    String.format(Locale.ROOT, "%d of %d annotated pictures are missing in %s, for example %s",
                            missing.size(), pictures.size(), folder, missing.getFirst().file()));
        }
    }

    private Path path(CocoPicture picture) {
        return folder.resolve(picture.file());
    }

    public int size() {
        return pictures.size();
    }

    /**
     * A frame for each picture; those that cannot be read are left out and told by its warnings.
     *
     * @param pool where frames come from; it must stay open as long as the source
     * @throws UserException when none can be read
     */
    public FrameSource open(FramePool pool) {
        return ImageSource.ofFiles(folder.toString(), pictures.stream().map(this::path).toList(), pool);
    }

    /** The picture that a frame of the source shows. */
    public CocoPicture pictureOf(Frame frame) {
        return pictures.get(Math.toIntExact(frame.ptsMicros() / ImageSource.MICROS_PER_IMAGE));
    }
}
