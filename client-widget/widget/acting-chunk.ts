/** The same for what the parts behind the first view share. */
import '../../shared/routes.ts';
import '../kit/api.ts';
import './identity.ts';
