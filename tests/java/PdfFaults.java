import java.io.FileInputStream;
import java.io.InputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Prints what veraPDF finds wrong with each file, as PDF/UA-1 and as PDF/A-2a; last, the count. */
public class PdfFaults {
    private static final List<PDFAFlavour> CLAIMED =
            List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int validated = 0;
        for (PDFAFlavour flavour : CLAIMED) {
            ValidationProfile profile = profile(flavour);
            for (String file : files) {
                validate(file, flavour, profile);
                validated++;
            }
        }
        System.out.println("validated " + validated);
    }

    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String name = flavour == PDFAFlavour.PDFUA_1 ? "PDFUA-1" : "PDFA-2A";
        String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream rules = Profiles.class.getResourceAsStream(resource)) {
            return Profiles.profileFromXml(rules);
        }
    }

    private static void validate(String file, PDFAFlavour flavour, ValidationProfile profile)
            throws Exception {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        ValidatorFactory.createValidator(profile, 100, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion found : result.getTestAssertions()) {
                if (found.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.println(file + " " + flavour + " " + found.getRuleId().getClause()
                            + " " + found.getMessage());
                }
            }
        }
    }
}
