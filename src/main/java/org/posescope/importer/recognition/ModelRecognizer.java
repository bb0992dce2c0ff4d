package org.posescope.importer.recognition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.UserCards;

/** Tells what an ONNX file is from its header alone. */
public final class ModelRecognizer {
    private static final List<NetworkFamily> FAMILIES = List.of(new YoloxFamily(), new HeatmapFamily(),
            new SimccFamily(), new MmdeployFamily(), new UltralyticsFamily(), new DetrFamily(),
            new WholeFrameMapsFamily());

    /**
     * The card that such a file would have.
     *
     * @throws UserException when the file is not known, is not whole, or is of another runtime; the message says what it seems to be
     */
    public Recognition recognize(Path file) {
        if (!NetworkRuntime.ofFileName(file.getFileName().toString()).equals(Optional.of(NetworkRuntime.ONNXRUNTIME))) {
            throw UserCards.missing(file);
        }
        OnnxHeader header = OnnxHeaderReader.read(file);
        requireWhole(file, header);
        return header.picture()
                .flatMap(picture -> FAMILIES.stream().flatMap(family -> family.recognize(header, picture).stream())
                        .findFirst())
                .map(guess -> recognition(header.fileName(), guess)).orElseThrow(() -> unknown(file, header));
    }

    private static Recognition recognition(String fileName, Guess guess) {
        PictureInput picture = guess.picture();
        String title = guess.title() + ", " + picture.width() + "x" + picture.height();
        ModelCard card = new ModelCard(UserCards.idOf(fileName), title, guess.task(), NetworkRuntime.ONNXRUNTIME,
                fileName, picture.with(guess.habit()), guess.decoder(), guess.skeleton(), "unknown", "unknown",
                new Origin.LocalFile(), Optional.empty(), -1);
        return new Recognition(card, guess.reason(), guess.habit().described());
    }

    private static void requireWhole(Path file, OnnxHeader header) {
        header.elsewhere().stream().sorted().filter(name -> !Files.isRegularFile(file.resolveSibling(name))).findFirst()
                .ifPresent(name -> {
                    throw new UserException(file + " keeps its weights in " + name
                            + ", which does not lie beside it; put the two into one folder");
                });
    }

    private static UserException unknown(Path file, OnnxHeader header) {
        return new UserException(file + " has no card and seems to be " + ForeignNetworks.seemingly(header)
                + ", not one of people that is known here (it takes " + OnnxHeader.described(header.inputs())
                + " and gives " + OnnxHeader.described(header.outputs()) + "); if it is, "
                + UserCards.instruction(file));
    }
}
