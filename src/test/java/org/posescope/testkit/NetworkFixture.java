package org.posescope.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.Tensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A network of shared/fixtures/nets: the names and shapes of its weights, their numbers by the fill formula of its README, and what the
 * authors' code made of them.
 */
public final class NetworkFixture {
    private static final Pattern STEP = Pattern.compile("::([0-9]+)");

    private final String id;
    private final JsonNode description;

    /** @param id for example {@code hrnet_w32_256x192} */
    public NetworkFixture(String id) {
        this.id = id;
        try {
            description = new ObjectMapper().readTree(Shared.file("fixtures/nets/" + id + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The weights, not written yet. */
    public CheckpointFile checkpoint() {
        CheckpointFile file = new CheckpointFile();
        FillFormula formula = formula();
        for (WeightSpec weight : weights()) {
            if (weight.isCount()) {
                file.addZero(weight.name());
            } else {
                file.add(weight.name(), formula.values(weight),
                        Arrays.stream(weight.shape()).asLongStream().toArray());
            }
        }
        return file;
    }

    public String inputName() {
        return description.get("input").get("name").asText();
    }

    public Tensor input() {
        JsonNode input = description.get("input");
        int[] shape = new ObjectMapper().convertValue(input.get("shape"), int[].class);
        JsonNode affine = input.get("affine");
        double scale = affine.isNull() ? 1 : affine.get(0).asDouble();
        double shift = affine.isNull() ? 0 : affine.get(1).asDouble();
        Tensor tensor = Tensor.allocate(shape);
        FillFormula formula = formula();
        int seed = formula.seed(inputName());
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data().put(i, (float) (scale * (2 * FillFormula.unit(seed, i) - 1) + shift));
        }
        return tensor;
    }

    /** What the authors' code gives for {@link #input}, by output. */
    public Map<String, NdArray> outputs() {
        return NpzReader.readAll(Shared.file("fixtures/nets/" + id + ".npz"));
    }

    /** Name, kind and shape of each tensor, in order. */
    public List<WeightSpec> weights() {
        List<WeightSpec> weights = new ArrayList<>();
        for (JsonNode entry : description.get("state_dict")) {
            weights.add(new WeightSpec(entry.get("name").asText(), entry.get("kind").asText(),
                    new ObjectMapper().convertValue(entry.get("shape"), int[].class)));
        }
        return weights;
    }

    /** Each how many rows and columns of an output were kept. */
    public int step(String output) {
        for (JsonNode each : description.get("outputs")) {
            if (each.get("name").asText().equals(output)) {
                Matcher step = STEP.matcher(each.path("saved").path("how").asText());
                return step.find() ? Integer.parseInt(step.group(1)) : 1;
            }
        }
        throw new IllegalArgumentException(id + " has no output " + output);
    }

    private FillFormula formula() {
        return new FillFormula(description.get("salt").asText(), description.get("weight_gain").asDouble());
    }
}
