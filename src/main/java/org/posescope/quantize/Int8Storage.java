package org.posescope.quantize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.model.Conversion;
import org.posescope.model.ImportedModel;
import org.posescope.model.ImportedModels;
import org.posescope.model.Int8Facts;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Origin;
import org.posescope.model.PartFolder;
import org.posescope.model.Precision;
import org.posescope.model.Sha256;

/** Puts int8 networks into the store: beside the other conversions of an imported model, or with the float network as a new one. */
final class Int8Storage {
    private static final int NAME_DIGITS = 8;

    private final ImportedModels models;

    Int8Storage(ImportedModels models) {
        this.models = models;
    }

    /**
     * Makes sure that a model has a place.
     *
     * @throws UserException when the store has a model of its id that was made from something else
     */
    void require(ModelFile source) {
        String name = source.path().getFileName().toString();
        boolean own = source.card().origin() instanceof Origin.Imported;
        models.find(source.card().id()).filter(known -> !own && !isOf(known, name)).ifPresent(known -> {
            throw new UserException("the store has another model " + known.card().id()
                    + ", which was not made from " + name + "; give the file another name or its card another id");
        });
    }

    /**
     * Keeps a network.
     *
     * @param source that was quantized
     * @param plain  the float network in its prepared form; moved, where the store does not have the model yet
     * @param int8   the int8 network; moved
     * @param heldApart see {@link QuantizedModel}
     */
    QuantizedModel keep(ModelFile source, Path plain, Path int8, Int8Facts facts, int heldApart) throws IOException {
        ModelCard card = source.card();
        long floatBytes = Files.size(plain);
        String digest = Sha256.of(int8);
        Conversion conversion = new Conversion(NetworkRuntime.ONNXRUNTIME, Precision.INT8,
                card.id() + "-int8-" + digest.substring(0, NAME_DIGITS) + ".onnx", digest, Files.size(int8));
        ImportedModel kept = card.origin() instanceof Origin.Imported
                ? beside(models.find(card.id()).orElseThrow(), int8, conversion, facts)
                : anew(source, plain, int8, conversion, facts);
        return new QuantizedModel(kept, facts, heldApart, floatBytes, conversion.bytes());
    }

    /** The new file has a name of its own, so that the record never names a file that is not the one it means. */
    private ImportedModel beside(ImportedModel known, Path int8, Conversion conversion, Int8Facts facts)
            throws IOException {
        Path folder = models.folder(known.card().id());
        List<Conversion> others = known.conversions().stream()
                .filter(each -> each.precision() != Precision.INT8).toList();
        ImportedModel model = new ImportedModel(known.card(),
                Stream.concat(others.stream(), Stream.of(conversion)).toList(),
                known.timings(), Optional.of(facts));
        Files.move(int8, folder.resolve(conversion.file()), StandardCopyOption.REPLACE_EXISTING);
        ImportedModels.write(model, folder);
        for (Conversion old : known.conversions()) {
            if (old.precision() == Precision.INT8 && !old.file().equals(conversion.file())) {
                Files.deleteIfExists(folder.resolve(old.file()));
            }
        }
        return model;
    }

    private ImportedModel anew(ModelFile source, Path plain, Path int8, Conversion conversion, Int8Facts facts)
            throws IOException {
        ModelCard card = source.card();
        String name = source.path().getFileName().toString();
        Conversion same = new Conversion(NetworkRuntime.ONNXRUNTIME, Precision.FP32, plain.getFileName().toString(),
                Sha256.of(plain), Files.size(plain));
        ModelCard kept = new ModelCard(card.id(), card.title(), card.task(), NetworkRuntime.ONNXRUNTIME, same.file(),
                card.input(), card.decoder(), card.skeleton(), Precision.FP32.label(), card.license(),
                new Origin.Imported(name, Sha256.of(source.path())), Optional.of(same.sha256()), same.bytes());
        ImportedModel model = new ImportedModel(kept, List.of(same, conversion), List.of(), Optional.of(facts));
        try (PartFolder part = models.newFolder()) {
            Files.move(plain, part.path().resolve(same.file()));
            Files.move(int8, part.path().resolve(conversion.file()));
            ImportedModels.write(model, part.path());
            part.moveTo(models.folder(card.id()));
        }
        return model;
    }

    private static boolean isOf(ImportedModel known, String file) {
        return known.card().origin() instanceof Origin.Imported origin && origin.checkpoint().equals(file);
    }
}
